import type { Say } from '../../text/index.ts';
import {
  groupQuestions,
  type QuestionGroup,
  type UnansweredQuestion,
} from '../../unanswered/index.ts';
import { UsageError } from '../usageError.ts';

export type FoundQuestion = {
  readonly question: UnansweredQuestion;
  readonly group: QuestionGroup;
  readonly otherGroups: readonly QuestionGroup[];
};

/** The question of a number, its group, and the other groups on the list. Throws a `UsageError`. */
export function findQuestion(
  questions: readonly UnansweredQuestion[],
  number: number,
  say: Say,
): FoundQuestion {
  const open = groupQuestions(questions).filter(({ first }) => !first.isIgnored);
  for (const group of open) {
    const question = group.questions.find((each) => each.number === number);
    if (question) return { question, group, otherGroups: open.filter((each) => each !== group) };
  }
  throw new UsageError(say('staff.questions.noSuchNumber', { number }));
}

export function numbersOf({ questions }: QuestionGroup): readonly number[] {
  return questions.map(({ number }) => number);
}
