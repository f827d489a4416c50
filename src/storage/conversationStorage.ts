import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Storage, StoreItem } from 'botbuilder';
import type { Clock } from '../clock.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { itemByItem } from './itemByItem.ts';
import { openRecordLog, type LoggedValue } from './recordLog.ts';
import { StorageError } from './storageError.ts';

/** The bot's memory of conversations, as botbuilder wants it. */
export type ConversationStorage = Storage & {
  /** Deletes the memory of conversations nobody wrote in for the lifetime; returns how many. */
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

/** Hours after the last turn; the retention proposed for unsigned chat state. */
export const lifetimeHours = 24;

type StoredItem = {
  readonly eTag: string;
  readonly expiresAt: string;
  readonly item: StoreItem;
};

/**
 * Opens the memory in `folder`. It survives the end of the process but is not flushed to the medium: a
 * chat that repeats its last question after a power cut costs less than an fsync in every turn. Nothing
 * scarce may be kept here.
 */
export async function openConversationStorage(
  folder: string,
  clock: Clock,
  disk: Disk = nodeDisk,
): Promise<ConversationStorage> {
  const records = await openRecordLog(join(folder, 'conversations'), {
    clock,
    lifetimeHours,
    disk,
  });

  async function readItem(key: string): Promise<StoreItem | null> {
    const stored = itemOf(await records.read(key));
    return stored && { ...stored.item, eTag: stored.eTag };
  }

  async function writeItem(key: string, { eTag, ...item }: StoreItem): Promise<void> {
    const expiresAt = new Date(clock().getTime() + lifetimeHours * 3_600_000).toISOString();
    const next = { eTag: randomUUID(), expiresAt, item };
    if (!eTag || eTag === '*') return records.put(key, next);
    await records.change(key, (current) => {
      if (eTag !== itemOf(current)?.eTag) throw changedMeanwhile(key);
      return next;
    });
  }

  function itemOf(value: LoggedValue | null): StoredItem | null {
    // Only this store writes the log, and the line's checksum held: it is what `writeItem` made.
    const stored = value as StoredItem | null;
    return stored && clock().getTime() < Date.parse(stored.expiresAt) ? stored : null;
  }

  return {
    ...itemByItem({
      read: readItem,
      write: writeItem,
      remove: (key) => records.change(key, () => null),
    }),
    purge: (now) => records.purge(now),
    close: () => records.close(),
  };
}

export function changedMeanwhile(key: string): StorageError {
  return new StorageError(
    'RECORD_CHANGED',
    `The stored item "${key}" changed since it was read (eTag).`,
    'Read it again and repeat the change.',
  );
}
