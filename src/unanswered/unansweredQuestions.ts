import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { durableJsonFile } from '../storage/index.ts';
import { maskPersonalData } from '../understanding/index.ts';

const question = z.strictObject({ text: z.string(), at: z.iso.datetime() });
const questions = z.array(question);

export type UnansweredQuestion = { readonly text: string; readonly at: Date };

/** Questions the bot could not answer, for the librarians. Personal data is masked before it is kept. */
export type UnansweredQuestions = {
  keep(text: string): Promise<void>;
  /** Oldest first. */
  list(): readonly UnansweredQuestion[];
  close(): Promise<void>;
};

/** Questions that are kept; older ones make room. */
const maximum = 1000;
/** Longer messages are stories, of which the beginning tells enough. */
const longestText = 300;

/** Opens the list in the data folder. It survives the end of the process, but not a power cut. */
export async function openUnansweredQuestions(
  folder: string,
  clock: Clock,
): Promise<UnansweredQuestions> {
  const file = durableJsonFile(join(folder, 'unanswered.json'), questions, { durable: false });
  const db = new Low<z.output<typeof questions>>(file, []);
  await db.read();
  let written = Promise.resolve();

  return {
    async keep(text) {
      const masked = maskPersonalData(text.slice(0, longestText));
      db.data = [...db.data, { text: masked, at: clock().toISOString() }].slice(-maximum);
      written = db.write();
      await written;
    },
    list: () => db.data.map(({ text, at }) => ({ text, at: new Date(at) })),
    close: () => written,
  };
}
