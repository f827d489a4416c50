// Trains the intent model from `locales/pl` into a finished build, so that starting need not.
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modelName = 'intentModel.bin';

/**
 * Writes `intentModel.bin` into `target`, a folder with the compiled program. The model of the last
 * build is handed over first: its fingerprint tells whether it is still the model of these files.
 */
export async function trainModel(target) {
  const last = join(root, 'dist', modelName);
  const modelFile = join(target, modelName);
  if (existsSync(last)) copyFileSync(last, modelFile);
  const training = await import(pathToFileURL(join(target, 'src/training/index.js')).href);
  training.loadModel(join(root, 'locales/pl'), modelFile);
}
