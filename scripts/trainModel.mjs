// Trains the intent model from `locales/pl` into a finished build, so that starting need not.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes `intentModel.bin` into `target`, a folder with the compiled program. */
export async function trainModel(target) {
  const training = await import(pathToFileURL(join(target, 'src/training/index.js')).href);
  training.loadModel(join(root, 'locales/pl'), join(target, 'intentModel.bin'));
}
