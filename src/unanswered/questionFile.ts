import { z } from 'zod';

const text = z.string();
const at = z.iso.datetime();

const current = z.strictObject({
  /** The highest number ever given. */
  lastNumber: z.int(),
  questions: z.array(z.strictObject({ number: z.int(), text, at, isIgnored: z.boolean() })),
});

/** As the first version wrote it: without numbers. */
const unnumbered = z.array(z.strictObject({ text, at })).transform((list): QuestionFile => {
  const questions = list.map((each, index) => ({ number: index + 1, ...each, isIgnored: false }));
  return { lastNumber: questions.length, questions };
});

export type QuestionFile = z.output<typeof current>;

/** What stands in the file of unanswered questions. */
export const questionFile: z.ZodType<QuestionFile> = z.union([current, unnumbered]);

export const noQuestions: QuestionFile = { lastNumber: 0, questions: [] };
