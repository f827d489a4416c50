import { join } from 'node:path';
import type { TrainingData } from '../../understanding/index.ts';
import { failAt } from '../failAt.ts';
import { readMoreExamplesFile } from '../messagesFile.ts';
import { unseenMessages, type LabelledMessage } from './evaluationSet.ts';

const files = ['inScope.yml', 'outOfScope.yml'];

/**
 * The messages the thresholds are chosen on: neither examples nor the evaluation set. Throws an
 * `EditableFileError` about a label that the training data does not have.
 */
export function loadThresholdMessages(folder: string, data: TrainingData): LabelledMessage[] {
  const messages = files.flatMap((name) => readLabelled(join(folder, name), data));
  return unseenMessages(messages, data);
}

function readLabelled(file: string, { messages }: TrainingData): LabelledMessage[] {
  return [...readMoreExamplesFile(file)].flatMap(([label, list]) => {
    const intent =
      [...messages.keys()].find((known) => known === label) ??
      failAt({ file, path: [label] }, 'no entry and no intent has this label');
    return list.map(({ text }) => ({ text, intent }));
  });
}
