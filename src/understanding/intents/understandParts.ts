import type { Understanding } from '../understanding.ts';
import { createUnderstand } from './createUnderstand.ts';
import { decide } from './decide.ts';
import type { IntentModel } from './intentModel.ts';
import { rank } from './rank.ts';
import { scopeOf } from './scope.ts';
import { splitQuestions } from './splitQuestions.ts';
import { defaultThresholds, thresholdsOfSupported, type Thresholds } from './thresholds.ts';

/** One reading per question of a message, in its order; never empty. */
export type UnderstandParts = (text: string) => readonly Understanding[];

const mostQuestions = 3;

/**
 * Reads a message that may hold several questions. Each gets its own reading only when every one of
 * them is surely understood and they differ; otherwise the message is read as one. That all are in
 * scope speaks for each of them, so less is asked of one than of a message on its own.
 */
export function createUnderstandParts(
  model: IntentModel,
  thresholds: Thresholds = defaultThresholds,
): UnderstandParts {
  const understand = createUnderstand(model, thresholds);
  const ofParts = thresholdsOfSupported(thresholds);
  const understandPart = (text: string): Understanding => decide(text, rank(model, text), ofParts);
  return (text) => {
    const questions = splitQuestions(text, model.data.questionWords);
    if (questions.length < 2 || questions.length > mostQuestions) return [understand(text)];
    const readings = questions.map(understandPart);
    const isSure = readings.every(
      ({ decision, intent }) =>
        decision === 'answer' && ['content', 'control'].includes(scopeOf(intent)),
    );
    const distinct = readings.filter(
      ({ intent }, position) =>
        readings.findIndex((reading) => reading.intent === intent) === position,
    );
    return isSure && distinct.length > 1 ? distinct : [understand(text)];
  };
}
