import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { z } from 'zod';
import type { PasswordHash } from './passwordHash.ts';

/** The demo library's file is not what this program wrote. */
export class DemoLibraryFileError extends Error {
  readonly code = 'DEMO_LIBRARY_FILE_INVALID';

  constructor(file: string, problem: string) {
    super(`${file}: ${problem}. Delete the file and start again: it is made anew.`);
    this.name = 'DemoLibraryFileError';
  }
}

const stored = z.object({
  /** Which pepper the hashes were made with; tells nothing about the pepper itself. */
  pepper: z.string(),
  passwords: z.record(
    z.string(),
    z.object({
      salt: z.string(),
      hash: z.string(),
      cost: z.object({ N: z.number().int(), r: z.number().int(), p: z.number().int() }),
    }),
  ),
});
type Stored = z.output<typeof stored>;

export type DemoLibraryFile = {
  /** The hash of a card's password; `null` when it is not there or made with another pepper. */
  passwordOf(card: string): PasswordHash | null;
  save(passwords: ReadonlyMap<string, PasswordHash>): Promise<void>;
};

/** Opens `demo-library.json`. Throws a `DemoLibraryFileError` when it cannot be understood. */
export async function openDemoLibraryFile(
  folder: string,
  pepper: Uint8Array,
): Promise<DemoLibraryFile> {
  const path = join(folder, 'demo-library.json');
  const pepperMark = createHmac('sha256', pepper).update('mark').digest('base64').slice(0, 16);
  const empty: Stored = { pepper: pepperMark, passwords: {} };
  const database = new Low<Stored>(new JSONFile(path), empty);
  try {
    await database.read();
  } catch (error) {
    if (error instanceof SyntaxError) throw new DemoLibraryFileError(path, 'this is not JSON');
    throw error;
  }
  const parsed = stored.safeParse(database.data);
  if (!parsed.success) throw new DemoLibraryFileError(path, 'unexpected content');
  // Hashes made with another pepper can never match again: forget them.
  database.data = parsed.data.pepper === pepperMark ? parsed.data : empty;

  return {
    passwordOf: (card) => database.data.passwords[card] ?? null,
    async save(passwords) {
      database.data = { pepper: pepperMark, passwords: Object.fromEntries(passwords) };
      await database.write();
    },
  };
}
