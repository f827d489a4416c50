import type { Clock } from '../../clock.ts';
import { unknownFact } from '../../rules/index.ts';
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
 * A library of fictional readers, for trying out and rehearsing. The first opening hashes their
 * passwords in the background, which takes some seconds; sign-ins wait for it, the start does not.
 */
export async function openDemoLibrary(
  options: DemoLibraryOptions,
  hasher: PasswordHasher = passwordHasher(options.pepper),
): Promise<ReaderAccounts> {
  const file = await openDemoLibraryFile(options.folder, options.pepper);
  const readers = new Map<string, DemoReader>(demoReaderList.map((one) => [one.card, one]));
  let isOpen = true;

  async function hashPasswords(): Promise<ReadonlyMap<string, PasswordHash>> {
    const known = new Map<string, PasswordHash>();
    const missing: DemoReader[] = [];
    for (const reader of demoReaderList) {
      const hash = file.passwordOf(reader.card);
      if (hash) known.set(reader.card, hash);
      else missing.push(reader);
    }
    if (missing.length === 0) return known;

    const hashOneByOne = async (): Promise<void> => {
      for (let next = missing.pop(); next && isOpen; next = missing.pop()) {
        known.set(next.card, await hasher.hash(next.password));
      }
    };
    await Promise.all([hashOneByOne(), hashOneByOne()]);
    if (isOpen) await file.save(known);
    return known;
  }

  const passwords = hashPasswords();
  let isBroken = false;
  passwords.catch(() => (isBroken = true));

  async function check(card: string, password: string): Promise<Authentication> {
    const reader = readers.get(card);
    const stored = (await passwords).get(card) ?? null;
    const isRight = await hasher.verify(password, stored);
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
    isAvailable: () => Promise.resolve(isOpen && !isBroken),
    async close() {
      isOpen = false;
      await passwords.catch(() => undefined);
    },
  };
}

const nothingKnown = {
  balance: unknownFact,
  loansThisYear: unknownFact,
  dataConfirmedOn: unknownFact,
  overdueItems: unknownFact,
};
