import { join } from 'node:path';
import {
  createUnderstand,
  createUnderstandParts,
  type IntentModel,
  type TrainingData,
} from '../../understanding/index.ts';
import { crossValidate } from './crossValidate.ts';
import {
  loadEvaluationSet,
  unseenMessages,
  type LabelledMessage,
  type QuestionsMessage,
} from './evaluationSet.ts';
import { readMessages } from './readMessages.ts';
import { isOutOfScope } from './scoreOutcomes.ts';
import { loadThresholdMessages } from './thresholdMessages.ts';
import { withoutDiacritics, withTypos } from './typos.ts';
import type { NamedOutcomes, ReportData } from './understandingReport.ts';

/** What to measure with: the model of `data`, and the folder with the sets of messages. */
export type Measured = {
  readonly data: TrainingData;
  readonly model: IntentModel;
  /** `test/understanding`: holds the folders evaluation and thresholds. */
  readonly folder: string;
  /** Cross-validation trains once a fold, which takes a minute; 0 leaves it out. */
  readonly folds: number;
};

/** Reads every set of messages with the model. Throws an `EditableFileError` about their files. */
export function measure({ data, model, folder, folds }: Measured): ReportData {
  const evaluation = loadEvaluationSet(join(folder, 'evaluation'));
  const unseen = unseenMessages(evaluation.messages, data);
  const typed = (change: (text: string, position: number) => string): LabelledMessage[] =>
    unseen.map((message, position) => ({ ...message, text: change(message.text, position) }));
  const read = (name: string, messages: readonly LabelledMessage[]): NamedOutcomes => ({
    name,
    outcomes: readMessages(messages, model),
  });
  const understand = createUnderstand(model);
  const thresholds = read(
    'threshold messages',
    loadThresholdMessages(join(folder, 'thresholds'), data),
  );
  return {
    sets: [
      read('evaluation, unseen', unseen),
      read('evaluation, all', evaluation.messages),
      read('… unseen, without diacritics', typed(withoutDiacritics)),
      read(
        '… unseen, with diacritics',
        unseen.filter(({ text }) => withoutDiacritics(text) !== text),
      ),
      read('… unseen, typos added', typed(withTypos)),
      thresholds,
      ...(folds === 0
        ? []
        : [
            {
              name: `cross-validation, ${String(folds)} folds`,
              outcomes: crossValidate(data, folds),
            },
          ]),
    ],
    thresholdOutcomes: thresholds.outcomes,
    answeredRejects: evaluation.mustReject.filter((text) => {
      const { decision, intent } = understand(text);
      return decision === 'answer' && /^(?:faq|action)\./.test(intent);
    }),
    severalQuestions: countSeveralQuestions(evaluation.twoQuestions, model),
  };
}

function countSeveralQuestions(
  messages: readonly QuestionsMessage[],
  model: IntentModel,
): { right: number; count: number } {
  const understandParts = createUnderstandParts(model);
  const right = messages.filter(({ text, intents }) => {
    const parts = understandParts(text);
    return (
      parts.length === intents.length &&
      parts.every(({ intent }, i) => intent === intents[i]) &&
      parts.every(({ intent, decision }) =>
        isOutOfScope(intent) ? decision === 'unknown' : decision === 'answer',
      )
    );
  });
  return { right: right.length, count: messages.length };
}
