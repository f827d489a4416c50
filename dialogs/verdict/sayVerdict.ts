import type { Assessment } from '../../src/eligibility/index.ts';
import { canBeSettled, monthOf } from '../../src/rules/index.ts';
import { formatMonth } from '../../src/text/index.ts';
import { buttonsOf } from '../conversation.ts';
import type { Next, Turn } from '../journeys/journey.ts';
import { activateByValues } from '../ownCode/activateByValues.ts';
import { codeReply } from '../ownCode/codeReply.ts';
import type { Services } from '../services.ts';
import { factSources } from './factSources.ts';
import { acceptedBeside, unknownLines } from './reasonLines.ts';
import { refusal } from './refusal.ts';
import { noteVerdict } from './verdict.ts';

/** Says what the rules decided and ends the journey accordingly. Shared with the claim. */
export async function sayVerdict(
  assessment: Assessment,
  turn: Turn,
  services: Services,
): Promise<Next> {
  const { decision, policy, claim, at } = assessment;
  const { say } = services.texts;
  if (!claim) noteVerdict(turn.context, assessment);
  const sources = factSources(assessment.facts.account, at, services);
  if (claim) {
    await turn.reply(codeReply('claimCode.alreadyClaimed', claim, policy, services));
    return { to: 'end', ending: 'alreadyClaimed' };
  }
  switch (decision.verdict) {
    case 'eligible': {
      const { id, text, buttons } = eligible(assessment, services);
      await turn.reply({
        id,
        text: text + acceptedBeside(decision.accepted, services) + sources,
        buttons,
      });
      return { to: 'end', ending: 'eligible' };
    }
    case 'cannotTell':
      await turn.reply({
        id: 'checkEligibility.cannotTell',
        text:
          say('checkEligibility.cannotTell', {
            facts: unknownLines(decision.unknown, services),
            contactPage: services.library.contact.page,
          }) + sources,
        buttons: buttonsOf(services, 'action.check', 'control.human'),
      });
      return {
        to: 'end',
        ending: 'cannotTell',
        details: { unknown: decision.unknown.join(' ') },
      };
    case 'refused': {
      const { id, text } = refusal(assessment, services);
      await turn.reply({
        id,
        text: text + sources,
        buttons: assessment.mayJoinDraw
          ? buttonsOf(services, 'action.claim', 'faq.when')
          : [
              ...(decision.reasons.some(({ id }) => canBeSettled(id))
                ? [say('checkEligibility.againButton')]
                : []),
              ...buttonsOf(services, 'faq.conditions', 'faq.when', 'control.human'),
            ],
      });
      return {
        to: 'end',
        ending: 'refused',
        details: { reasons: decision.reasons.map((reason) => reason.id).join(' ') },
      };
    }
  }
}

/** The way to the code; while staff hold codes back, their words. */
function eligible({ pausedText, facts, at }: Assessment, services: Services) {
  const { say } = services.texts;
  if (pausedText !== null) {
    return {
      id: 'checkEligibility.eligiblePaused',
      text: say('checkEligibility.eligiblePaused', { text: pausedText }),
      buttons: buttonsOf(services, 'action.check', 'control.human'),
    };
  }
  const month = monthOf(at);
  return {
    id: 'checkEligibility.eligible',
    text: say('checkEligibility.eligible', {
      month: formatMonth(month),
      remaining: facts.pool?.remaining ?? 0,
      ...activateByValues(month, at),
    }),
    buttons: buttonsOf(services, 'action.claim', 'faq.activation'),
  };
}
