import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { durableJsonFile, StorageError } from '../../storage/index.ts';
import type { PasswordHash } from './passwordHash.ts';

/** The demo library's file is not what this program wrote. */
export class DemoLibraryFileError extends Error {
  readonly code = 'DEMO_LIBRARY_FILE_INVALID';

  constructor(file: string, cause: unknown) {
    super(`${file} is damaged. Delete it and start again: it is made anew.`, { cause });
    this.name = 'DemoLibraryFileError';
  }
}

const passwordHash = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  cost: z.strictObject({ N: z.number().int(), r: z.number().int(), p: z.number().int() }),
});

const stored = z.strictObject({
  /** Which pepper the hashes were made with; tells nothing about the pepper itself. */
  pepper: z.string(),
  passwords: z.record(z.string(), passwordHash),
});
type Stored = z.output<typeof stored>;

export type DemoLibraryFile = {
  /** The hash of a card's password; `null` when it is not there or made with another pepper. */
  passwordOf(card: string): PasswordHash | null;
  /** Resolves when the hash is on disk. */
  save(card: string, password: PasswordHash): Promise<void>;
};

/** Opens `demo-library.json`. Rejects with a `DemoLibraryFileError` when it cannot be understood. */
export async function openDemoLibraryFile(
  folder: string,
  pepper: Uint8Array,
): Promise<DemoLibraryFile> {
  const path = join(folder, 'demo-library.json');
  const pepperMark = createHmac('sha256', pepper).update('mark').digest('base64').slice(0, 16);
  const database = new Low<Stored>(durableJsonFile(path, stored), {
    pepper: pepperMark,
    passwords: {},
  });
  try {
    await database.read();
  } catch (error) {
    const isDamage = error instanceof StorageError && error.code === 'FILE_DAMAGED';
    throw isDamage ? new DemoLibraryFileError(path, error) : error;
  }
  // Hashes made with another pepper can never match again.
  if (database.data.pepper !== pepperMark) database.data = { pepper: pepperMark, passwords: {} };

  return {
    passwordOf: (card) => database.data.passwords[card] ?? null,
    async save(card, password) {
      const { passwords } = database.data;
      database.data = { pepper: pepperMark, passwords: { ...passwords, [card]: password } };
      await database.write();
    },
  };
}
