import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel } from '../../../src/training/index.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';

const keptExamples = 12;
/** The copies of one test file are alike, and so is the model trained from them. */
let trained: Uint8Array | null = null;

/**
 * A copy of the words and entries as librarians edit them, with the first dozen examples of each, so
 * that training takes an instant, and the model trained from it. Nothing else is changed.
 */
export async function localesCopy(): Promise<{ localeFolder: string; modelFile: string }> {
  const root = await temporaryFolder();
  const localeFolder = join(root, 'pl');
  cpSync('locales/pl', localeFolder, { recursive: true });
  rmSync(join(localeFolder, 'examples'), { recursive: true, force: true });
  for (const folder of ['faq', 'intents']) {
    for (const name of readdirSync(join(localeFolder, folder))) {
      if (name.endsWith('.yml')) shorten(join(localeFolder, folder, name));
    }
  }
  const modelFile = join(root, 'model.bin');
  if (trained) writeFileSync(modelFile, trained);
  else loadModel(localeFolder, modelFile);
  trained ??= readFileSync(modelFile);
  return { localeFolder, modelFile };
}

function shorten(file: string): void {
  const [head = '', list = ''] = readFileSync(file, 'utf8').split(/(?<=^questions:\n)/m);
  const lines = list.split('\n').filter((line) => line !== '');
  let examples = 0;
  const kept = lines.filter((line) => {
    if (line.startsWith('  - ')) examples += 1;
    return examples <= keptExamples;
  });
  writeFileSync(file, `${head}${kept.join('\n')}\n`);
}
