import type { Clock } from '../../clock.ts';
import { nothingKnown } from '../nothingKnown.ts';
import type { Authentication, ReaderAccounts } from '../readerAccounts.ts';
import { demoFacts, demoSystem } from './demoFacts.ts';
import { openDemoLibraryFile } from './demoLibraryFile.ts';
import { demoReaderList, type DemoReader } from './demoReaders.ts';
import { passwordHasher, type PasswordHash, type PasswordHasher } from './passwordHash.ts';

export type DemoLibraryOptions = {
  /** The data folder; the demo library keeps one file in it. */
  readonly folder: string;
  readonly clock: Clock;
  /** A key of at least 32 bytes that is not kept in `folder`'s demo file. */
  readonly pepper: Uint8Array;
};

/**
 * A library of fictional readers, for trying out and rehearsing. A reader's password is hashed when
 * somebody first signs in with the card, so that even the first start does not wait for it.
 */
export async function openDemoLibrary(
  options: DemoLibraryOptions,
  hasher: PasswordHasher = passwordHasher(options.pepper),
): Promise<ReaderAccounts> {
  const file = await openDemoLibraryFile(options.folder, options.pepper);
  const readers = new Map<string, DemoReader>(demoReaderList.map((one) => [one.card, one]));
  const hashing = new Map<string, Promise<PasswordHash>>();
  let isOpen = true;

  async function firstHash({ card, password }: DemoReader): Promise<PasswordHash> {
    const hash = await hasher.hash(password);
    await file.save(card, hash);
    return hash;
  }

  function passwordOf(reader: DemoReader): PasswordHash | Promise<PasswordHash> {
    const stored = file.passwordOf(reader.card);
    if (stored) return stored;
    const hash =
      hashing.get(reader.card) ?? firstHash(reader).finally(() => hashing.delete(reader.card));
    hashing.set(reader.card, hash);
    return hash;
  }

  async function check(card: string, password: string): Promise<Authentication> {
    const reader = readers.get(card);
    const isRight = await hasher.verify(password, reader ? await passwordOf(reader) : null);
    return reader && isRight && !reader.account.isBlocked
      ? { outcome: 'authenticated', card: reader.card }
      : { outcome: 'refused' };
  }

  return {
    system: demoSystem,
    async authenticate(card, password) {
      if (!isOpen) return { outcome: 'unavailable' };
      try {
        return await check(card, password);
      } catch {
        // Too many checks at once, or the file could not be written: either way nobody was checked.
        return { outcome: 'unavailable' };
      }
    },
    facts(card) {
      const reader = readers.get(card);
      return Promise.resolve(
        isOpen && reader ? demoFacts(reader.account, options.clock()) : nothingKnown,
      );
    },
    isAvailable: () => Promise.resolve(isOpen),
    async close() {
      isOpen = false;
      await Promise.allSettled(hashing.values());
    },
  };
}
