import { closeWindow } from '../conversation.ts';
import { Journey } from './journey.ts';
import { claimLines } from './myData.ts';
import { fitsPattern } from '../prompts/fitsPattern.ts';
import { isWordingOf } from '../prompts/wordings.ts';
import { yesNoId, type YesNoOptions } from '../prompts/yesNo.ts';
import type { Services } from '../services.ts';
import { signInId } from '../signIn/signIn.ts';

export const eraseMyDataId = 'eraseMyData';

export function asksToEraseMyData(text: string, { texts }: Pick<Services, 'texts'>): boolean {
  return (
    isWordingOf(text, texts.say('eraseMyData.wordings')) ||
    fitsPattern(text, texts.say('eraseMyData.requests'))
  );
}

/**
 * "Usuń moje dane": says what can go and what stays, asks once, then erases (GDPR art. 17) and signs
 * the reader out everywhere.
 */
export function eraseMyData(services: Services): Journey {
  const { texts, privacy, signIn } = services;

  return new Journey(eraseMyDataId, 1, services, {
    begin: async () => ({ to: 'call', dialog: signInId, then: 'confirm' }),

    confirm: async (turn) => {
      if (!(await turn.reader())) return { to: 'end', ending: 'cancelled' };
      const question: YesNoOptions = { question: 'erase' };
      return { to: 'call', dialog: yesNoId, options: question, then: 'erase' };
    },

    erase: async (turn) => {
      if (turn.result !== 'yes') {
        await turn.reply({ id: 'eraseMyData.kept', text: texts.say('eraseMyData.kept') });
        return { to: 'end', ending: 'cancelled' };
      }
      const reader = await turn.reader();
      if (!reader) {
        const text = texts.say('eraseMyData.sessionOver');
        await turn.reply({ id: 'eraseMyData.sessionOver', text });
        return { to: 'end', ending: 'expired' };
      }
      const { keptClaims, listed } = await privacy.erase(reader.card, 'reader');
      await turn.reply({
        id: 'eraseMyData.erased',
        text: texts.say('eraseMyData.erased', {
          claims: claimLines(keptClaims, services),
          isListed: listed ? 'yes' : 'other',
          contactPage: services.library.contact.page,
        }),
      });
      await closeWindow(turn.context);
      await signIn.signOut(turn.chat);
      return { to: 'end', ending: 'erased' };
    },
  });
}
