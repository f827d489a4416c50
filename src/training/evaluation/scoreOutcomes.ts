import type { Intent, Understanding } from '../../understanding/index.ts';
import type { LabelledMessage } from './evaluationSet.ts';

/** A message and what the bot made of it. */
export type Outcome = LabelledMessage & { readonly understanding: Understanding };

/** Shares of a set of messages, 0 to 1. */
export type Scores = {
  readonly count: number;
  /** First label right; for an out-of-scope message any out-of-scope label. */
  readonly rightFirst: number;
  /** Answered with another label than the one meant, of all messages. */
  readonly wrong: number;
  /** Answered with the right label, of the messages in scope. */
  readonly answeredRight: number;
  /** Answered as if in scope, of the messages out of scope. */
  readonly outOfScopeAnswered: number;
  /** Suggestions given, of all messages. */
  readonly suggested: number;
  /** The right label is among the suggestions, of the messages with suggestions. */
  readonly suggestedRight: number;
};

/** Right is what was meant, or what its author accepts as well; all out-of-scope labels are one. */
export function isRight({ intent, also = [] }: LabelledMessage, understood: Intent): boolean {
  return [intent, ...also].some(
    (meant) => meant === understood || (isOutOfScope(meant) && isOutOfScope(understood)),
  );
}

export function isOutOfScope(intent: Intent): boolean {
  return intent.startsWith('outOfScope.');
}

/** Answered, and not with what was meant: the mistake that counts most. */
export function isWrongAnswer(outcome: Outcome): boolean {
  const { decision, intent } = outcome.understanding;
  return decision === 'answer' && !isRight(outcome, intent);
}

export function scoreOutcomes(outcomes: readonly Outcome[]): Scores {
  const inScope = outcomes.filter(({ intent }) => !isOutOfScope(intent));
  const outside = outcomes.filter(({ intent }) => isOutOfScope(intent));
  const suggested = outcomes.filter(({ understanding }) => understanding.decision === 'suggest');
  return {
    count: outcomes.length,
    rightFirst: share(outcomes, (outcome) => isRight(outcome, outcome.understanding.intent)),
    wrong: share(outcomes, isWrongAnswer),
    answeredRight: share(
      inScope,
      (outcome) => outcome.understanding.decision === 'answer' && !isWrongAnswer(outcome),
    ),
    outOfScopeAnswered: share(outside, isWrongAnswer),
    suggested: outcomes.length === 0 ? 0 : suggested.length / outcomes.length,
    suggestedRight: share(suggested, (outcome) =>
      outcome.understanding.suggestions.some((suggestion) => isRight(outcome, suggestion)),
    ),
  };
}

/** 1 for an empty list: nothing in it went wrong. */
function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 1 : items.filter(holds).length / items.length;
}
