import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  canonicalData,
  hashOf,
  readModel,
  serialiseModel,
  trainModel,
  type IntentModel,
} from '../understanding/index.ts';
import { loadTrainingData } from './loadTrainingData.ts';

export type LoadedModel = {
  readonly model: IntentModel;
  /** `trained`: there was no stored model of exactly these files, which cost ten seconds or more. */
  readonly origin: 'stored' | 'trained';
};

/**
 * The model of the files in `localesRoot`: the one stored in `modelFile` when it was trained from
 * exactly these files, else newly trained and stored for the next start. That the copy cannot be
 * stored, or is damaged, is no reason not to start. Throws an `EditableFileError` about the files.
 */
export function loadModel(localesRoot: string, modelFile: string): LoadedModel {
  const data = loadTrainingData(localesRoot);
  const stored = readStored(modelFile);
  if (stored?.hash === hashOf(canonicalData(data))) return { model: stored, origin: 'stored' };

  const model = trainModel(data);
  store(modelFile, serialiseModel(model));
  return { model, origin: 'trained' };
}

function readStored(modelFile: string): IntentModel | undefined {
  try {
    return readModel(readFileSync(modelFile));
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that nobody ever reads half a model. */
function store(modelFile: string, bytes: Uint8Array): void {
  const temporary = `${modelFile}.${String(process.pid)}`;
  try {
    mkdirSync(dirname(modelFile), { recursive: true });
    writeFileSync(temporary, bytes);
    renameSync(temporary, modelFile);
  } catch {
    // The next start trains again.
  }
}
