// Prints how well messages are understood. With --folds 5 it also cross-validates, for a minute.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { SetupProblem, stopOnProblem } from './progress.mjs';
import { ensurePackages } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

await stopOnProblem(async () => {
  const folds = readFolds();
  ensurePackages();
  await build();
  const training = await import('../dist/src/training/index.js');
  const localesRoot = join(root, 'locales/pl');
  const { model } = training.loadModel(localesRoot, join(root, 'dist/intentModel.bin'));
  const data = training.loadTrainingData(localesRoot);
  const folder = join(root, 'test/understanding');
  const report = training.understandingReport(training.measure({ data, model, folder, folds }));
  process.stdout.write(`${report.join('\n')}\n`);
});

function readFolds() {
  const { values } = parseArgs({ options: { folds: { type: 'string', default: '0' } } });
  if (/^([02-9]|10)$/.test(values.folds)) return Number(values.folds);
  throw new SetupProblem('--folds: a number from 2 to 10, or 0 for no cross-validation.');
}
