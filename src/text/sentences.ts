import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { EditableFileError, readYamlFile } from '../yamlFile.ts';
import { compileMessage, type Message } from './messageFormat.ts';

type Sentences = { readonly [key: string]: string | Sentences };

const sentences: z.ZodType<Sentences> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), sentences])),
);

/** Files in the locale's folder that hold data for understanding, not sentences. */
const notSentences = new Set([
  'concepts.yml',
  'politeness.yml',
  'questionWords.yml',
  'bareWords.yml',
]);

/**
 * Every sentence of the locale by its key: the file's name and the path inside it, joined by dots.
 * Throws an `EditableFileError` when a file is not well formed or a sentence is no ICU message.
 */
export function readSentences(localeFolder: string): ReadonlyMap<string, Message> {
  const compiled = new Map<string, Message>();
  const files = readdirSync(localeFolder)
    .filter((file) => file.endsWith('.yml') && !notSentences.has(file))
    .sort();
  for (const file of files) {
    const path = join(localeFolder, file);
    for (const [key, source] of flatten(basename(file, '.yml'), readYamlFile(path, sentences))) {
      compiled.set(key, compileOrExplain(path, key, source));
    }
  }
  return compiled;
}

/** Compiles one sentence; a mistake in it names the file and the key. */
export function compileOrExplain(path: string, key: string, source: string): Message {
  try {
    return compileMessage(source);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new EditableFileError(path, 1, `the sentence "${key}" is no ICU message (${problem})`);
  }
}

function* flatten(prefix: string, tree: Sentences): Generator<[string, string]> {
  for (const [name, value] of Object.entries(tree)) {
    const key = `${prefix}.${name}`;
    if (typeof value === 'string') yield [key, value.trimEnd()];
    else yield* flatten(key, value);
  }
}
