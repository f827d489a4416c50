import { readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { loadTrainingData } from '../../training/index.ts';
import { foldedKey, type TrainingData } from '../../understanding/index.ts';
import type { EntryToTeach } from './entryToTeach.ts';
import { withExample } from './exampleFile.ts';
import { findQuestion, numbersOf, type FoundQuestion } from './findQuestion.ts';
import { entryName } from './sayReading.ts';
import type { StaffContext } from '../staffContext.ts';
import type { StaffOperations } from '../staffOperations.ts';
import { UsageError } from '../usageError.ts';

/**
 * Adds the question of a number to the entry's file and takes its group off the list: both, or
 * neither. Throws a `UsageError` for a question that cannot become an example.
 */
export async function addExample(
  operations: StaffOperations,
  { intent, file, data }: EntryToTeach,
  { say, localeFolder }: StaffContext,
  number: number,
): Promise<FoundQuestion> {
  const found = findQuestion(await operations.questions(), number, say);
  const { text } = found.question;
  const shortName = relative(localeFolder, file);
  if (isMasked(text)) {
    throw new UsageError(say('staff.questions.masked', { text, file: shortName, number }));
  }
  const key = foldedKey(text);
  if (key === '') throw new UsageError(say('staff.questions.noWords', { number }));
  const owner = ownerOf(key, data);
  if (owner !== null) {
    throw new UsageError(say('staff.questions.duplicate', { text, entry: owner, number }));
  }

  const before = readFileSync(file, 'utf8');
  try {
    replaceFile(file, withExample(before, text));
  } catch (error) {
    throw new UsageError(say('staff.questions.notWritable', { file: shortName }), { cause: error });
  }
  try {
    if (loadTrainingData(localeFolder).messages.get(intent)?.includes(text) !== true) {
      throw new Error(`${file} does not read as it was written.`);
    }
    await operations.removeQuestions(numbersOf(found.group));
  } catch (error) {
    replaceFile(file, before);
    throw error;
  }
  return found;
}

/** Masked data teaches the bot words nobody types. */
function isMasked(text: string): boolean {
  return /\[[\p{L}-]+\]/u.test(text);
}

function ownerOf(key: string, { messages }: TrainingData): string | null {
  for (const [intent, texts] of messages) {
    if (texts.some((text) => foldedKey(text) === key)) return entryName(intent);
  }
  return null;
}

/** Written beside and renamed, so that a starting bot never reads half a file. */
function replaceFile(file: string, content: string): void {
  const target = realpathSync(file);
  const temporary = join(dirname(target), `.${basename(target)}.new`);
  writeFileSync(temporary, content, { mode: statSync(target).mode });
  renameSync(temporary, target);
}
