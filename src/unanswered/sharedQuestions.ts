import type { Clock } from '../clock.ts';
import type { KeyedRecords } from '../storage/index.ts';
import { noQuestions, type QuestionFile } from './questionFile.ts';
import { keptFor, unansweredQuestions, type UnansweredQuestions } from './unansweredQuestions.ts';

/** Name of the records that `openSharedQuestions` keeps the list in. */
export const questionRecords = 'unanswered';

const key = 'questions';

/** The list as one record, for instances that share a database. Closes the records with itself. */
export function openSharedQuestions(
  records: KeyedRecords<QuestionFile>,
  clock: Clock,
): UnansweredQuestions {
  return unansweredQuestions(
    {
      read: async () => (await records.get(key)) ?? noQuestions,
      async change(next) {
        await records.update(key, (current) => ({
          value: next(current ?? noQuestions),
          expiresAt: new Date(clock().getTime() + keptFor),
        }));
      },
      close: () => records.close(),
    },
    clock,
  );
}
