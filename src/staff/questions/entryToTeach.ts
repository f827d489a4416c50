import { join } from 'node:path';
import { loadModel, loadTrainingData } from '../../training/index.ts';
import type { Intent, IntentModel, TrainingData } from '../../understanding/index.ts';
import { entryName } from './sayReading.ts';
import type { StaffContext } from '../staffContext.ts';
import { UsageError } from '../usageError.ts';

/** An entry or intent that gets an example, and what the bot knew before. */
export type EntryToTeach = {
  readonly intent: Intent;
  /** Absolute or as `localeFolder` is given. */
  readonly file: string;
  readonly data: TrainingData;
  readonly model: IntentModel;
};

/**
 * The entry of a typed name, such as `when` or `action.claim`. Throws a `UsageError` when there is
 * none, and an `EditableFileError` when the files are not in order.
 */
export function entryToTeach(
  name: string,
  { localeFolder, modelFile, say }: StaffContext,
): EntryToTeach {
  const data = loadTrainingData(localeFolder);
  const known = [...data.messages.keys()];
  const intent = known.find((each) => each === name || entryName(each) === name);
  if (!intent) {
    const entries = known.map(entryName).join(', ');
    throw new UsageError(say('staff.questions.noSuchEntry', { name, entries }));
  }
  const folder = intent.startsWith('faq.') ? 'faq' : 'intents';
  const file = join(localeFolder, folder, `${entryName(intent)}.yml`);
  return { intent, file, data, model: loadModel(localeFolder, modelFile).model };
}
