/** Where the bot answers, asks back or says that it does not know. Probabilities, 0 to 1. */
export type Thresholds = {
  /** The first label is answered from here on … */
  readonly answer: number;
  /** … unless the out-of-scope labels together reach this: then the reader is asked. */
  readonly doubt: number;
  /**
   * From here on, whatever the doubt, a question is answered for which something else speaks: the
   * topic before it, or other questions in the same message.
   */
  readonly supported: number;
  /** From here on, the out-of-scope labels together make the message out of scope. */
  readonly outOfScope: number;
  /** Below this the best label in scope is no guess worth asking about. */
  readonly guess: number;
  /** A label is offered as a suggestion from here on. */
  readonly suggestion: number;
};

/** Chosen on test/understanding/thresholds; docs/understanding.md has the curve. */
export const defaultThresholds: Thresholds = {
  answer: 0.85,
  doubt: 0.05,
  supported: 0.7,
  outOfScope: 0.6,
  guess: 0.35,
  suggestion: 0.02,
};

/** The thresholds for a question that does not stand on its own. */
export function thresholdsOfSupported(thresholds: Thresholds): Thresholds {
  return { ...thresholds, answer: thresholds.supported, doubt: 1 };
}

export const maximumSuggestions = 3;
