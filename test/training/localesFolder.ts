import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { intents } from '../../src/understanding/index.ts';

/** A folder like `locales/pl` with every file the loader wants, removed after the test. */
export function localesFolder(changes: Readonly<Record<string, string | null>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'locales-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  mkdirSync(join(root, 'faq'));
  mkdirSync(join(root, 'intents'));
  mkdirSync(join(root, 'examples'));
  const files: Record<string, string | null> = {
    'concepts.yml': 'KOD: [kod, kupon]\nPIN: [pin=]\n',
    'politeness.yml': 'opening: [dzień dobry]\nclosing: [dziękuję]\n',
    'questionWords.yml': 'joining: [i]\nstarting: [kiedy]\nsubject: kod\n',
    'bareWords.yml': 'kod: [action.claim, faq.when]\n',
  };
  for (const intent of intents) files[fileOf(intent)] = labelFile(intent);
  for (const [name, content] of Object.entries({ ...files, ...changes })) {
    if (content !== null) writeFileSync(join(root, name), content);
  }
  return root;
}

/** Path below the folder of the file with the messages of an intent. */
export function fileOf(intent: string): string {
  return intent.startsWith('faq.') ? `faq/${intent.slice(4)}.yml` : `intents/${intent}.yml`;
}

/** A file with eight messages that no other label has; `more` adds lines at its end. */
export function labelFile(intent: string, more = ''): string {
  const name = intent.replace('.', ' ');
  const numbers = ['raz', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem'];
  const questions = numbers.map((number) => `  - ${name} ${number}\n`).join('');
  return `title: ${name} tytuł\nbutton: ${name.slice(0, 20)}\nquestions:\n${questions}${more}`;
}
