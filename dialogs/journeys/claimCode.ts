import { month as monthFrom, monthOf, type FactName } from '../../src/rules/index.ts';
import { formatMonth } from '../../src/text/index.ts';
import { activateByValues } from '../ownCode/activateByValues.ts';
import { sayVerdict } from '../verdict/sayVerdict.ts';
import { buttonsOf } from '../conversation.ts';
import { Journey, type Next, type Turn } from './journey.ts';
import { yesNoId, type YesNoOptions } from '../prompts/yesNo.ts';
import { codeReply } from '../ownCode/codeReply.ts';
import type { Services } from '../services.ts';
import { signInId } from '../signIn/signIn.ts';
import { joinDraw } from './waitForDraw.ts';

export const claimCodeId = 'claimCode';

/** "Pobierz kod": sign in, check, one confirmation, and only then the code. */
export function claimCode(services: Services): Journey {
  const { texts, eligibility } = services;

  return new Journey(claimCodeId, 2, services, {
    begin: async (turn) => {
      if (services.canClaim(turn.chat)) {
        const { pausedText } = await eligibility.outlook();
        // Nobody signs in only to hear it; who is signed in may have a code already.
        if (pausedText !== null && !(await turn.reader()))
          return sayPaused(pausedText, turn, services);
        return { to: 'call', dialog: signInId, then: 'confirm' };
      }
      await turn.reply({
        id: 'claimCode.notHere',
        text: texts.say('claimCode.notHere', { codePage: services.library.pages.codes }),
      });
      return { to: 'end', ending: 'refused', details: { reasons: 'channel' } };
    },

    confirm: async (turn) => {
      const reader = await turn.reader();
      if (!reader) return { to: 'end', ending: 'cancelled' };
      const assessment = await eligibility.assess(reader.card);
      if (assessment.mayJoinDraw) return joinDraw(reader, turn, services);
      const { decision } = assessment;
      if (decision.verdict !== 'eligible') return sayVerdict(assessment, turn, services);
      if (assessment.pausedText !== null) return sayPaused(assessment.pausedText, turn, services);
      const month = monthOf(assessment.at);
      const question: YesNoOptions = {
        question: 'claim',
        values: {
          month: formatMonth(month),
          ...activateByValues(month, assessment.at),
          unchecked: unchecked(decision.accepted, services),
        },
      };
      return { to: 'call', dialog: yesNoId, options: question, then: 'issue', keep: month };
    },

    issue: async (turn) => {
      if (turn.result !== 'yes') {
        await turn.reply({
          id: 'claimCode.notTaken',
          text: texts.say('claimCode.notTaken'),
          buttons: buttonsOf(services, 'action.claim', 'action.check', 'faq.when'),
        });
        return { to: 'end', ending: 'cancelled' };
      }
      const reader = await turn.reader();
      if (!reader) {
        await turn.reply({
          id: 'claimCode.sessionOver',
          text: texts.say('claimCode.sessionOver'),
          buttons: buttonsOf(services, 'action.claim'),
        });
        return { to: 'end', ending: 'expired' };
      }
      if (turn.kept === null)
        throw new Error('MONTH_MISSING: "confirm" keeps the month agreed to.');
      const agreed = monthFrom(turn.kept);
      const issue = await eligibility.issue(reader.card, agreed);
      if (issue.outcome === 'unavailable') {
        await turn.reply({
          id: 'claimCode.held',
          text: texts.say('claimCode.held'),
          buttons: buttonsOf(services, 'action.claim', 'control.human'),
        });
        return { to: 'end', ending: 'failed' };
      }
      if (issue.outcome === 'paused') return sayPaused(issue.text, turn, services);
      if (issue.outcome === 'monthOver') {
        await turn.reply({
          id: 'claimCode.monthOver',
          text: texts.say('claimCode.monthOver', { month: formatMonth(agreed) }),
        });
        return sayVerdict(issue.assessment, turn, services);
      }
      if (issue.outcome === 'notIssued') return sayVerdict(issue.assessment, turn, services);
      const id = issue.outcome === 'issued' ? 'claimCode.issued' : 'claimCode.alreadyClaimed';
      await turn.reply(codeReply(id, issue.claim, issue.policy, services));
      return { to: 'end', ending: issue.outcome };
    },
  });
}

/** What nobody could tell and the policy lets pass: named where the reader agrees. */
function unchecked(facts: readonly FactName[], { texts: { say } }: Services): string {
  if (facts.length === 0) return 'none';
  return facts.map((name) => say(`checkEligibility.fact.${name}`)).join(', ');
}

/** Staff hold codes back: their words, and nothing is lost. */
async function sayPaused(text: string, turn: Turn, services: Services): Promise<Next> {
  await turn.reply({
    id: 'claimCode.paused',
    text: services.texts.say('claimCode.paused', { text }),
    buttons: buttonsOf(services, 'action.claim', 'action.check', 'control.human'),
  });
  return { to: 'end', ending: 'refused', details: { reasons: 'paused' } };
}
