import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { readYamlFile } from '../yamlFile.ts';
import { compileOrExplain } from './sentences.ts';
import type { Message } from './messageFormat.ts';

/** What the reader sees of a FAQ entry: `locales/pl/faq/<id>.yml`. */
export type FaqEntry = {
  readonly id: string;
  readonly title: string;
  /** At most 20 characters: Messenger cuts longer ones. */
  readonly button: string;
  readonly answer: Message;
  readonly source: string;
  /** Entries offered below the answer. */
  readonly followUps: readonly string[];
};

/** How an intent that is no FAQ entry is shown: `locales/pl/intents/<intent>.yml`. */
export type IntentLabel = { readonly title: string; readonly button: string };

const label = z.object({ title: z.string().min(1), button: z.string().min(1).max(20) });
const entry = label.extend({
  answer: z.string().min(1),
  source: z.string().min(1),
  followUps: z.array(z.string()).default([]),
});

export function readFaqEntries(folder: string): ReadonlyMap<string, FaqEntry> {
  return readFolder(folder, (id, path) => {
    const { title, button, answer, source, followUps } = readYamlFile(path, entry);
    const message = compileOrExplain(path, 'answer', answer.trimEnd());
    return { id, title, button, answer: message, source, followUps };
  });
}

export function readIntentLabels(folder: string): ReadonlyMap<string, IntentLabel> {
  return readFolder(folder, (_id, path) => readYamlFile(path, label));
}

function readFolder<Value>(
  folder: string,
  read: (id: string, path: string) => Value,
): ReadonlyMap<string, Value> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));
  return new Map(
    files.sort().map((file) => {
      const id = basename(file, '.yml');
      return [id, read(id, join(folder, file))];
    }),
  );
}
