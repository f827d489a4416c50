import { stat } from 'node:fs/promises';
import type { CalendarDay } from '../../rules/index.ts';
import { hasErrorCode } from '../../storage/index.ts';
import type { CardNumber } from '../readerAccounts.ts';
import { readSnapshot, snapshotPath } from './snapshotFile.ts';
import { cardOf, rowOf, type SnapshotRow } from './snapshotRow.ts';

/** What the snapshot says about one card, and of which day it is. */
export type SnapshotEntry = { readonly day: CalendarDay; readonly row: SnapshotRow };

export type LoadedSnapshot = {
  /** Another one when another file took the place of this one. */
  readonly version: string;
  readonly day: CalendarDay;
  /** By card. */
  readonly lines: ReadonlyMap<string, string>;
};

/** The file of the snapshot, read again only when another one took its place. */
export type SnapshotLines = {
  /** `null` when there is none, or none that can be read. */
  current(): Promise<LoadedSnapshot | null>;
  /** True while the file is the one that was loaded. */
  isCurrent(loaded: LoadedSnapshot): Promise<boolean>;
  /** All that is kept about a card, however old; `null` when nothing is. */
  entryOf(card: CardNumber): Promise<SnapshotEntry | null>;
};

/**
 * @param folder the data folder
 * @param onDamaged told that the file cannot be read
 */
export function openSnapshotLines(
  folder: string,
  onDamaged: (error: unknown) => void = () => undefined,
): SnapshotLines {
  const path = snapshotPath(folder);
  let loaded: Promise<LoadedSnapshot | null> | null = null;
  let version = '';

  async function current(): Promise<LoadedSnapshot | null> {
    const now = await versionOf(path);
    if (loaded === null || now !== version) {
      version = now;
      loaded = load(now).catch((error: unknown) => {
        onDamaged(error);
        return null;
      });
    }
    return loaded;
  }

  async function load(of: string): Promise<LoadedSnapshot | null> {
    const stored = await readSnapshot(folder);
    if (stored === null) return null;
    const lines = new Map(stored.lines.map((line) => [cardOf(line), line]));
    return { version: of, day: stored.day, lines };
  }

  return {
    current,
    isCurrent: async (one) => (await versionOf(path)) === one.version,
    async entryOf(card) {
      const snapshot = await current();
      const line = snapshot?.lines.get(card);
      return snapshot && line !== undefined ? { day: snapshot.day, row: rowOf(line) } : null;
    },
  };
}

/** Changes whenever another file takes the place of this one. */
async function versionOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return 'none';
    throw error;
  }
}
