import type { UnansweredQuestion, UnansweredQuestions } from '../../unanswered/index.ts';

/** What staff can do with questions the bot could not answer. */
export type QuestionOperations = {
  /** Oldest first. */
  questions(): Promise<readonly UnansweredQuestion[]>;
  /** Numbers that are gone are passed over, here and in `removeQuestions`. */
  ignoreQuestions(numbers: readonly number[]): Promise<void>;
  removeQuestions(numbers: readonly number[]): Promise<void>;
};

export function questionOperations(kept: UnansweredQuestions): QuestionOperations {
  return {
    questions: async () => kept.list(),
    ignoreQuestions: (numbers) => kept.ignore(numbers),
    removeQuestions: (numbers) => kept.remove(numbers),
  };
}
