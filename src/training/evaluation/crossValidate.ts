import {
  foldedKey,
  trainModel,
  type Intent,
  type Thresholds,
  type TrainingData,
} from '../../understanding/index.ts';
import type { LabelledMessage } from './evaluationSet.ts';
import { readMessages, type RankedOutcome } from './readMessages.ts';

/**
 * How the method does on messages it has not seen: each message is read by a model trained without
 * its fold. Pessimistic, because the messages of a label differ from each other on purpose.
 */
export function crossValidate(
  data: TrainingData,
  folds: number,
  thresholds?: Thresholds,
): RankedOutcome[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const { rest, heldOut } = splitFold(data, fold, folds);
    return readMessages(heldOut, trainModel(rest), thresholds);
  });
}

/** Every `folds`-th message of each label, in the order of the alphabet, is held out. */
export function splitFold(
  data: TrainingData,
  fold: number,
  folds: number,
): { rest: TrainingData; heldOut: LabelledMessage[] } {
  const heldOut: LabelledMessage[] = [];
  const messages = new Map<Intent, string[]>();
  for (const [intent, texts] of data.messages) {
    const kept: string[] = [];
    oncePerWording(texts).forEach((text, position) => {
      if (position % folds === fold) heldOut.push({ text, intent });
      else kept.push(text);
    });
    messages.set(intent, kept);
  }
  return { rest: { ...data, messages }, heldOut };
}

/** A title and a question may be the same words; held out, one would give the other away. */
function oncePerWording(texts: readonly string[]): string[] {
  const byKey = new Map(texts.map((text) => [foldedKey(text), text]));
  byKey.delete('');
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}
