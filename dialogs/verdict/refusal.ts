import type { Assessment } from '../../src/eligibility/index.ts';
import { canBeSettled, monthOf } from '../../src/rules/index.ts';
import { formatMoment, formatMonth } from '../../src/text/index.ts';
import type { Services } from '../services.ts';
import { acceptedBeside, reasonLines, unknownLines } from './reasonLines.ts';

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

/** True while codes of this month are left for whoever settles what stands in the way. */
function mayStillClaim({ decision }: Assessment): boolean {
  return decision.verdict === 'refused' && decision.reasons.every(({ id }) => canBeSettled(id));
}
