import { monthOf } from '../../src/rules/index.ts';
import { formatMonth } from '../../src/text/index.ts';
import { checkEligibilityId } from './checkEligibility.ts';
import { Journey } from './journey.ts';
import { yesNoId, type YesNoOptions } from '../prompts/yesNo.ts';
import type { Services } from '../services.ts';
import { codeReply } from '../ownCode/codeReply.ts';
import { signInId } from '../signIn/signIn.ts';

export const remindCodeId = 'remindCode';

/** The reminder: this month's code again, or the offer to check whether there can be one. */
export function remindCode(services: Services): Journey {
  const { texts, eligibility } = services;

  return new Journey(remindCodeId, 1, services, {
    begin: async () => ({ to: 'call', dialog: signInId, then: 'show' }),

    show: async (turn) => {
      const reader = await turn.reader();
      if (!reader) return { to: 'end', ending: 'cancelled' };
      const [claim, { policy, at }] = await Promise.all([
        eligibility.claimOf(reader.card),
        eligibility.outlook(),
      ]);
      if (claim) {
        await turn.reply(codeReply('remindCode.reminded', claim, policy, services));
        return { to: 'end', ending: 'reminded' };
      }
      const question: YesNoOptions = {
        question: 'checkInstead',
        values: { month: formatMonth(monthOf(at)) },
      };
      return { to: 'call', dialog: yesNoId, options: question, then: 'checkInstead' };
    },

    checkInstead: async (turn) => {
      if (turn.result === 'yes') {
        return { to: 'replace', dialog: checkEligibilityId, ending: 'nothingToRemind' };
      }
      await turn.reply({ id: 'remindCode.nothing', text: texts.say('remindCode.nothing') });
      return { to: 'end', ending: 'nothingToRemind' };
    },
  });
}
