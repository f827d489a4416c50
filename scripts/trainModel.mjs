// Trains the intent model from `locales/pl` into a finished build, so that starting need not.
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fingerprint } from './fingerprint.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const modelName = 'intentModel.bin';
const method = 'src/understanding';

/**
 * Writes `intentModel.bin` into `target`, a folder with the compiled program. While the method is the
 * same, the last build's model is handed over: its hash tells whether the files are the same too.
 */
export async function trainModel(target) {
  const last = join(root, 'dist');
  const modelFile = join(target, modelName);
  const isThere = existsSync(join(last, modelName)) && existsSync(join(last, method));
  if (isThere && fingerprint(last, [method]) === fingerprint(target, [method])) {
    copyFileSync(join(last, modelName), modelFile);
  }
  const training = await import(pathToFileURL(join(target, 'src/training/index.js')).href);
  training.loadModel(join(root, 'locales/pl'), modelFile);
}
