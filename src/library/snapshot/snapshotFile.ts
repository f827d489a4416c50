import { join } from 'node:path';
import { z } from 'zod';
import { calendarDay, type CalendarDay } from '../../rules/index.ts';
import { durableJsonFile, nodeDisk } from '../../storage/index.ts';
import { lineOf, type SnapshotRow } from './snapshotRow.ts';

/** What the library exported about its readers on one day. */
export type Snapshot = {
  /** The day whose beginning it shows at the earliest: "stan na". */
  readonly day: CalendarDay;
  readonly rows: readonly SnapshotRow[];
};

const stored = z.strictObject({
  day: z.string().transform((text) => calendarDay(text)),
  lines: z.array(z.string()),
});
export type StoredSnapshot = z.output<typeof stored>;

export function snapshotPath(folder: string): string {
  return join(folder, 'reader-snapshot.json');
}

/** `null` when none was imported. Rejects with a `StorageError` when the file is damaged. */
export function readSnapshot(folder: string): Promise<StoredSnapshot | null> {
  return durableJsonFile(snapshotPath(folder), stored).read();
}

/**
 * Puts a snapshot in the place of the one before, whole or not at all. A running bot sees it with the
 * next question about an account; it need not be told.
 */
export async function writeSnapshot(folder: string, { day, rows }: Snapshot): Promise<void> {
  await durableJsonFile(snapshotPath(folder), stored).write({ day, lines: rows.map(lineOf) });
}

/** Where no list tells anything, none is kept. Resolves with how many were deleted. */
export async function removeSnapshot(folder: string): Promise<number> {
  const path = snapshotPath(folder);
  if ((await nodeDisk.read(path)) === null) return 0;
  await nodeDisk.remove(path);
  return 1;
}
