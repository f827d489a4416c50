import { formatMoment, formatMonth } from '../../src/text/index.ts';
import { monthOf, type FactName } from '../../src/rules/index.ts';
import type { Assessment } from '../../src/eligibility/index.ts';
import { activateByValues } from '../ownCode/activateByValues.ts';
import { buttonsOf } from '../conversation.ts';
import { Journey, type Next, type Turn } from './journey.ts';
import { factSources } from '../verdict/factSources.ts';
import { codeReply } from '../ownCode/codeReply.ts';
import { reasonLines, unknownLines } from '../verdict/refusal.ts';
import type { Services } from '../services.ts';
import { signInId } from '../signIn/signIn.ts';
import { canBeSettled, noteVerdict } from '../verdict/verdict.ts';

export const checkEligibilityId = 'checkEligibility';

/** "Testuj pobieranie": the same decision as the claim, with nothing given. */
export function checkEligibility(services: Services): Journey {
  return new Journey(checkEligibilityId, 1, services, {
    begin: async () => ({ to: 'call', dialog: signInId, then: 'verdict' }),

    verdict: async (turn) => {
      const reader = await turn.reader();
      if (!reader) return { to: 'end', ending: 'cancelled' };
      return sayVerdict(await services.eligibility.assess(reader.card), turn, services);
    },
  });
}

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
              ...(canBeSettled(decision.reasons.map(({ id }) => id))
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

/** A preview when only the release is missing; otherwise every reason, and what is unknown besides. */
export function refusal(assessment: Assessment, services: Services): { id: string; text: string } {
  const { say } = services.texts;
  const { decision, nextRelease, facts, at } = assessment;
  if (decision.verdict !== 'refused') throw new Error('REFUSAL_EXPECTED: the verdict is another.');
  const { reasons, unknown, accepted } = decision;
  const [first] = reasons;
  if (assessment.mayJoinDraw) {
    const drawAt = formatMoment(nextRelease.at);
    return { id: 'waitForDraw.mayJoin', text: say('waitForDraw.mayJoin', { drawAt }) };
  }
  if (reasons.length === 1 && unknown.length === 0 && first.id === 'not_open_yet') {
    return {
      id: 'checkEligibility.preview',
      text:
        say('checkEligibility.preview', { opensAt: formatMoment(first.opensAt) }) +
        acceptedBeside(accepted, services),
    };
  }
  const pieces = [say('checkEligibility.refused', { reasons: reasonLines(reasons, services) })];
  const remaining = facts.pool?.remaining ?? 0;
  // Reasons that last name their own date; any other date beside it would contradict.
  if (mayStillClaim(assessment) && remaining > 0) {
    pieces.push(say('checkEligibility.stillLeft', { remaining, month: formatMonth(monthOf(at)) }));
  }
  if (unknown.length > 0) {
    pieces.push(say('checkEligibility.unknownBeside', { facts: unknownLines(unknown, services) }));
  }
  return { id: 'checkEligibility.refused', text: pieces.join('\n\n') };
}

/** What could not be told and is let pass all the same: said, so that a later refusal surprises nobody. */
export function acceptedBeside(accepted: readonly FactName[], services: Services): string {
  if (accepted.length === 0) return '';
  const facts = unknownLines(accepted, services);
  return `\n\n${services.texts.say('checkEligibility.acceptedBeside', { facts })}`;
}

/** True while codes of this month are left for whoever settles what stands in the way. */
function mayStillClaim({ decision }: Assessment): boolean {
  const lasting = ['pool_empty', 'not_open_yet', 'kept_for_others', 'previous_code_not_activated'];
  return decision.verdict === 'refused' && !decision.reasons.some(({ id }) => lasting.includes(id));
}
