import { join } from 'node:path';
import { z } from 'zod';
import { foldedKey, intents, type Intent, type TrainingData } from '../../understanding/index.ts';
import { readYamlFile } from '../../yamlFile.ts';

/** A message and what its author meant by it; `also` are readings that are right as well. */
export type LabelledMessage = {
  readonly text: string;
  readonly intent: Intent;
  readonly also?: readonly Intent[] | undefined;
};

/** A message with several questions, and the readings wanted in their order. */
export type QuestionsMessage = { readonly text: string; readonly intents: readonly Intent[] };

export type EvaluationSet = {
  readonly messages: readonly LabelledMessage[];
  /** Messages the bot must not answer. */
  readonly mustReject: readonly string[];
  readonly twoQuestions: readonly QuestionsMessage[];
};

const labelledFiles = ['faq', 'action', 'control', 'chat', 'confirm', 'outOfScope'];

const intentSchema = z
  .string()
  .refine((name): name is Intent => intents.some((intent) => intent === name), 'no such intent');
const labelledSchema = z.array(
  z.object({ text: z.string(), intent: intentSchema, also: z.array(intentSchema).optional() }),
);
const rejectSchema = z.array(z.object({ text: z.string() }));
const questionsSchema = z.array(
  z.object({ text: z.string(), intents: z.array(intentSchema).min(1) }),
);

/** Reads the messages that were written apart from the examples, to measure what was learned. */
export function loadEvaluationSet(folder: string): EvaluationSet {
  return {
    messages: labelledFiles.flatMap((name) =>
      readYamlFile(join(folder, `${name}.yml`), labelledSchema),
    ),
    mustReject: readYamlFile(join(folder, 'mustReject.yml'), rejectSchema).map(({ text }) => text),
    twoQuestions: loadQuestionsMessages(join(folder, 'twoQuestions.yml')),
  };
}

/** Reads a file of messages with several questions. */
export function loadQuestionsMessages(file: string): QuestionsMessage[] {
  return readYamlFile(file, questionsSchema);
}

/** Only the messages that are, word for word, no example: the others prove nothing. */
export function unseenMessages<Message extends { readonly text: string }>(
  messages: readonly Message[],
  { messages: examples }: TrainingData,
): Message[] {
  const seen = new Set([...examples.values()].flat().map(foldedKey));
  return messages.filter(({ text }) => !seen.has(foldedKey(text)));
}
