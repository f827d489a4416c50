import { isOutOfScope, isRight } from './scoreOutcomes.ts';
import type { RankedOutcome } from './readMessages.ts';

/** What answering from a probability on would do. Shares, 0 to 1. */
export type CurvePoint = {
  readonly answer: number;
  readonly doubt: number;
  /** Answered wrongly, of all messages. */
  readonly wrong: number;
  /** Answered as if in scope, of the messages out of scope. */
  readonly outOfScopeAnswered: number;
  /** Answered rightly, of the messages in scope. */
  readonly answeredRight: number;
};

const answers = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];
const doubts = [1, 0.15, 0.08, 0.05];

/** The figures from which the thresholds were chosen, for every pair worth a look. */
export function thresholdCurve(outcomes: readonly RankedOutcome[]): CurvePoint[] {
  return answers.flatMap((answer) =>
    doubts
      .filter((doubt) => doubt === 1 || doubt <= 1 - answer)
      .map((doubt) => pointAt(outcomes, answer, doubt)),
  );
}

function pointAt(outcomes: readonly RankedOutcome[], answer: number, doubt: number): CurvePoint {
  const counts = { right: 0, wrong: 0, outside: 0, inScope: 0, outOfScope: 0 };
  for (const outcome of outcomes) {
    const isOutside = isOutOfScope(outcome.intent);
    counts[isOutside ? 'outOfScope' : 'inScope'] += 1;
    const [first] = outcome.ranking;
    if (!first || isOutOfScope(first.intent)) continue;
    if (first.probability < answer || doubtOf(outcome) >= doubt) continue;
    if (isRight(outcome, first.intent)) counts.right += 1;
    else counts.wrong += 1;
    if (isOutside) counts.outside += 1;
  }
  return {
    answer,
    doubt,
    wrong: counts.wrong / Math.max(1, outcomes.length),
    outOfScopeAnswered: counts.outside / Math.max(1, counts.outOfScope),
    answeredRight: counts.right / Math.max(1, counts.inScope),
  };
}

function doubtOf({ ranking }: RankedOutcome): number {
  return ranking
    .filter(({ intent }) => isOutOfScope(intent))
    .reduce((sum, { probability }) => sum + probability, 0);
}
