import { join } from 'node:path';
import { EditableFileError } from '../yamlFile.ts';
import { readFaqEntries, readIntentLabels, type FaqEntry, type IntentLabel } from './faqEntries.ts';
import type { Message, TextValues } from './messageFormat.ts';
import { readSentences } from './sentences.ts';
import { textValueNames, type TextKey, type ValuesOf } from './textKeys.ts';

/** Says the sentence of a key. Keys and the values each one needs are checked by the compiler. */
export type Say = <Key extends TextKey>(
  key: Key,
  ...values: ValuesOf[Key] extends Record<string, never> ? [] : [values: ValuesOf[Key]]
) => string;

/** All words of the bot in one language. */
export type Texts = {
  readonly say: Say;
  /** As `say`, for a key and values read back from storage, which the compiler cannot check. */
  readonly format: (key: TextKey, values: TextValues) => string;
  /** FAQ entries by id (`when`), in the order of their file names. */
  readonly faq: ReadonlyMap<string, FaqEntry>;
  /** Title and button of actions, controls and small talk, by intent (`action.claim`). */
  readonly labels: ReadonlyMap<string, IntentLabel>;
};

/**
 * Reads the locale's folder. Throws an `EditableFileError` for a file that is not well formed, a
 * sentence that the program needs and nobody wrote, and one that asks for a value it never gets.
 */
export function loadTexts(localeFolder: string): Texts {
  const sentences = readSentences(localeFolder);
  checkAgainstProgram(localeFolder, sentences);
  const format = (key: string, values: TextValues): string => {
    const message = sentences.get(key);
    if (!message) throw new Error(`TEXT_MISSING: no sentence "${key}"; run the build again.`);
    return message.format(values);
  };
  return {
    say: (key, ...values) => format(key, values[0] ?? {}),
    format,
    faq: readFaqEntries(join(localeFolder, 'faq')),
    labels: readIntentLabels(join(localeFolder, 'intents')),
  };
}

function checkAgainstProgram(folder: string, sentences: ReadonlyMap<string, Message>): void {
  for (const [key, needed] of Object.entries(textValueNames)) {
    const [file = ''] = key.split('.');
    const path = join(folder, `${file}.yml`);
    const message = sentences.get(key);
    if (!message) throw new EditableFileError(path, 1, `the sentence "${key}" is missing`);
    const unexpected = message.valueNames.find((name) => !needed.includes(name));
    if (unexpected) {
      throw new EditableFileError(
        path,
        1,
        `the sentence "${key}" asks for {${unexpected}}; it may use ${needed.map((name) => `{${name}}`).join(', ') || 'no value'}`,
      );
    }
  }
}
