import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What the benchmark uses of node-nlp, which brings no types. */
export type NlpManager = {
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<unknown>;
  process(language: string, text: string): Promise<NlpReading>;
};

export type NlpReading = {
  /** "None" below the library's own threshold. */
  readonly intent: string;
  readonly score: number;
  readonly classifications: readonly { readonly intent: string; readonly score: number }[];
};

// The benchmark runs from the project's folder.
const folder = join(process.cwd(), 'bench/nlpjs');

/** A manager of node-nlp for Polish, installed into its own folder on the first run. */
export function openNlpManager(): NlpManager {
  if (!existsSync(join(folder, 'node_modules/node-nlp'))) {
    process.stderr.write('Installing node-nlp into bench/nlpjs.\n');
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
    // stdout belongs to the table.
    execFileSync('npm', ['install', ...quiet], { cwd: folder, stdio: ['ignore', 2, 2] });
  }
  // The shape above is what this version of the package has.
  const { NlpManager: Manager } = createRequire(join(folder, 'package.json'))('node-nlp') as {
    NlpManager: new (settings: object) => NlpManager;
  };
  const manager = new Manager({
    languages: ['pl'],
    forceNER: false,
    autoSave: false,
    nlu: { log: false },
  });
  manager.addLanguage('pl');
  return manager;
}
