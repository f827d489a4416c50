import { formatDay, formatMonth, sayListedFacts } from '../../src/text/index.ts';
import type { KeptClaim } from '../../src/privacy/index.ts';
import { dayOf, lastDayOf } from '../../src/rules/index.ts';
import { Journey } from './journey.ts';
import { isWordingOf } from '../prompts/wordings.ts';
import type { Services } from '../services.ts';
import { signInId } from '../signIn/signIn.ts';

export const myDataId = 'myData';

export function asksForMyData(text: string, { texts }: Pick<Services, 'texts'>): boolean {
  return isWordingOf(text, texts.say('myData.wordings'));
}

/** "Moje dane": what is kept under the reader's card, after signing in (GDPR art. 15). */
export function myData(services: Services): Journey {
  const { texts, privacy } = services;

  return new Journey(myDataId, 1, services, {
    begin: async () => ({ to: 'call', dialog: signInId, then: 'show' }),

    show: async (turn) => {
      const reader = await turn.reader();
      if (!reader) return { to: 'end', ending: 'cancelled' };
      const { claims, auditRows, sessions, listed } = await privacy.dataOf(reader.card, 'reader');
      await turn.reply({
        id: 'myData.shown',
        text: texts.say('myData.shown', {
          lastDigits: reader.card.slice(-4),
          claims: claimLines(claims, services),
          auditRows,
          sessions,
          list: listed ? sayListedFacts(listed, texts.say) : texts.say('myData.notListed'),
          privacyPage: services.privacyUrl,
        }),
        buttons: [texts.say('eraseMyData.button')],
      });
      return { to: 'end', ending: 'shown' };
    },
  });
}

/** One line for each claim; a sentence when there is none. */
export function claimLines(claims: readonly KeptClaim[], { texts }: Services): string {
  if (claims.length === 0) return texts.say('myData.noClaim');
  return claims
    .map(({ month, claimedAt, codeEnd, activated, keptUntil }) =>
      texts.say('myData.claim', {
        month: formatMonth(month),
        day: formatDay(dayOf(claimedAt)),
        codeEnd,
        activated: activated === null ? 'other' : activated ? 'yes' : 'no',
        keptUntil: formatDay(lastDayOf(keptUntil)),
      }),
    )
    .join('\n');
}
