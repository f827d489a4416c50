import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { openRecordFolder, type RecordFolderOptions, type StoredRecord } from './recordFolder.ts';

/**
 * Durable records with an end: tickets, sessions, counters. `Value` is plain JSON. What a call
 * acknowledges is on disk, unless they were opened otherwise; an expired record is never given out,
 * purged or not.
 */
export type KeyedRecords<Value> = {
  get(key: string): Promise<Value | null>;
  put(key: string, value: Value, expiresAt: Date): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * Atomic per key: no other call on the key comes between reading and writing. `change` returns the
   * next value, or `null` to delete. Resolves with the value now stored.
   */
  update(
    key: string,
    change: (current: Value | null) => { readonly value: Value; readonly expiresAt: Date } | null,
  ): Promise<Value | null>;
  /** Deletes what is expired at `now`; returns how many records that were. */
  purge(now: Date): Promise<number>;
  /** Waits for what is under way; later calls reject with `STORE_CLOSED`. */
  close(): Promise<void>;
};

/** For what a reader may lose, but must not wait for or be stopped by. */
export type RecordLosses = Pick<RecordFolderOptions, 'unwritable' | 'outlives'>;

/**
 * Opens the records called `name` in the data folder `folder`; creates them when they are new.
 * `losses`: what a disk that takes nothing, or a power cut, may do to them. Default: neither may do a
 * thing.
 */
export async function openKeyedRecords<Value>(
  folder: string,
  name: string,
  clock: Clock,
  disk: Disk = nodeDisk,
  losses: RecordLosses = {},
): Promise<KeyedRecords<Value>> {
  const home = join(folder, name);
  await disk.makeFolder(home);
  const records = openRecordFolder(home, { disk, ...losses });

  function valueOf(record: StoredRecord | null): Value | null {
    if (!record || clock().getTime() >= Date.parse(record.expiresAt)) return null;
    // Only this store writes the file, and its checksum held: it is what `put` was given.
    return record.value as Value;
  }

  async function update(
    key: string,
    change: Parameters<KeyedRecords<Value>['update']>[1],
  ): Promise<Value | null> {
    const stored = await records.change(key, (current) => {
      const next = change(valueOf(current));
      if (next === null) return null;
      return { value: next.value, expiresAt: next.expiresAt.toISOString() };
    });
    return valueOf(stored);
  }

  return {
    get: async (key) => valueOf(await records.read(key)),
    async put(key, value, expiresAt) {
      await update(key, () => ({ value, expiresAt }));
    },
    async delete(key) {
      await update(key, () => null);
    },
    update,
    purge: (now) => records.purge(now),
    close: () => records.close(),
  };
}
