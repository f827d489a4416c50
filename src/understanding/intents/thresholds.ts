/** Where the bot answers, asks back or says that it does not know. Probabilities, 0 to 1. */
export type Thresholds = {
  /** The first label is answered from here on. */
  readonly answer: number;
  /** From here on, the out-of-scope labels together make the message out of scope. */
  readonly outOfScope: number;
  /** Below this the best label in scope is no guess worth asking about. */
  readonly guess: number;
  /** A label is offered as a suggestion from here on. */
  readonly suggestion: number;
};

export const defaultThresholds: Thresholds = {
  answer: 0.7,
  outOfScope: 0.6,
  guess: 0.2,
  suggestion: 0.02,
};

export const maximumSuggestions = 3;
