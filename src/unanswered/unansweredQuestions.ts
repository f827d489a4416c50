import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Clock } from '../clock.ts';
import {
  durableJsonFile,
  groupCommit,
  nodeDisk,
  StorageError,
  type Disk,
} from '../storage/index.ts';
import { keptText } from './keptText.ts';
import { noQuestions, questionFile, type QuestionFile } from './questionFile.ts';

export type UnansweredQuestion = {
  /** Never given to another question, so that a list on a librarian's screen stays true. */
  readonly number: number;
  readonly text: string;
  readonly at: Date;
  /** A librarian does not want to see it, nor questions like it. */
  readonly isIgnored: boolean;
};

/** Questions the bot could not answer, for the librarians. Personal data is masked before it is kept. */
export type UnansweredQuestions = {
  /** A message of which nothing is left without invisible characters is not kept. */
  keep(text: string): Promise<void>;
  /** Oldest first. */
  list(): Promise<readonly UnansweredQuestion[]>;
  /** Numbers that are gone are passed over, here and in `remove`. */
  ignore(numbers: readonly number[]): Promise<void>;
  remove(numbers: readonly number[]): Promise<void>;
  /** Deletes questions older than 90 days; returns how many. */
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

/** Gives the next content; none of it is kept when it cannot be written. */
export type Change = (content: QuestionFile) => QuestionFile;

/** Questions that are kept; older ones make room. */
const maximum = 1000;
/** As the privacy notice promises: 90 days, in milliseconds. */
export const keptFor = 90 * 24 * 60 * 60 * 1000;

export type UnansweredOptions = {
  readonly disk?: Disk;
  /** Told that the list could not be read and begins anew; the file stays as `….damaged`. */
  readonly onDamaged?: (error: unknown) => void;
};

/**
 * Opens the list in the data folder. It survives the end of the process, but not a power cut: a list
 * that one damaged begins anew, because questions for librarians are no reason to leave readers alone.
 */
export async function openUnansweredQuestions(
  folder: string,
  clock: Clock,
  { disk = nodeDisk, onDamaged = () => undefined }: UnansweredOptions = {},
): Promise<UnansweredQuestions> {
  const path = join(folder, 'unanswered.json');
  const file = durableJsonFile(path, questionFile, { durable: false, disk });
  const db = new Low<QuestionFile>(file, noQuestions);
  try {
    await db.read();
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'FILE_DAMAGED') throw error;
    await disk.rename(path, `${path}.damaged`);
    onDamaged(error);
  }

  const changes = groupCommit<Change, null>(async (waiting) => {
    const before = db.data;
    db.data = waiting.reduce((content, change) => change(content), before);
    try {
      await db.write();
    } catch (error) {
      db.data = before;
      throw error;
    }
    return waiting.map(() => null);
  });

  return unansweredQuestions(
    {
      read: async () => db.data,
      async change(next) {
        await changes.add(next);
      },
      close: () => changes.settled(),
    },
    clock,
  );
}

/** Where the list is kept: in a file, or in a record that all instances share. */
export type KeptQuestions = {
  read(): Promise<QuestionFile>;
  /** Rejects when it cannot be written; then nothing changed. */
  change(next: Change): Promise<void>;
  close(): Promise<void>;
};

export function unansweredQuestions(kept: KeptQuestions, clock: Clock): UnansweredQuestions {
  async function changeQuestions(
    next: (questions: QuestionFile['questions']) => QuestionFile['questions'],
  ): Promise<void> {
    await kept.change((content) => ({ ...content, questions: next(content.questions) }));
  }

  return {
    async keep(message) {
      const text = keptText(message);
      if (text === '') return;
      const at = clock().toISOString();
      await kept.change(({ lastNumber, questions }) => {
        const number = lastNumber + 1;
        const all = [...questions, { number, text, at, isIgnored: false }];
        return { lastNumber: number, questions: all.slice(-maximum) };
      });
    },
    async list() {
      const young = (await kept.read()).questions.filter(isYoungAt(clock()));
      return young.map((question) => ({ ...question, at: new Date(question.at) }));
    },
    async ignore(numbers) {
      const ignored = new Set(numbers);
      await changeQuestions((questions) =>
        questions.map((each) => (ignored.has(each.number) ? { ...each, isIgnored: true } : each)),
      );
    },
    async remove(numbers) {
      const removed = new Set(numbers);
      await changeQuestions((questions) =>
        questions.filter((question) => !removed.has(question.number)),
      );
    },
    async purge(now) {
      const isYoung = isYoungAt(now);
      const expired = (await kept.read()).questions.filter((question) => !isYoung(question)).length;
      if (expired > 0) await changeQuestions((questions) => questions.filter(isYoung));
      return expired;
    },
    close: () => kept.close(),
  };
}

function isYoungAt(now: Date): (question: { readonly at: string }) => boolean {
  return ({ at }) => now.getTime() - Date.parse(at) < keptFor;
}
