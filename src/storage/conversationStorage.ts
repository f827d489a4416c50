import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { openRecordFolder, type StoredRecord } from './recordFolder.ts';
import { StorageError } from './storageError.ts';

/** The bot's memory of conversations, as botbuilder wants it. */
export type ConversationStorage = Storage & {
  /** Deletes the memory of conversations nobody wrote in for the lifetime; returns how many. */
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

/** Hours after the last turn; the retention proposed for unsigned chat state. */
const lifetimeHours = 24;

const storedItem = z.strictObject({ eTag: z.string(), item: z.record(z.string(), z.unknown()) });

/**
 * Opens the memory in `folder`. A turn reads and writes one small file a key. These files survive the
 * end of the process but are not flushed to the medium: a chat that repeats its last question after a
 * power cut costs less than an fsync in every turn. Nothing scarce may be kept here. While the disk takes
 * nothing, the memory of the last chats is kept in the process, so that the FAQ goes on.
 */
export async function openConversationStorage(
  folder: string,
  clock: Clock,
  disk: Disk = nodeDisk,
): Promise<ConversationStorage> {
  const home = join(folder, 'conversations');
  await disk.makeFolder(home);
  const records = openRecordFolder(home, {
    disk,
    durable: false,
    damaged: 'forget',
    unwritable: 'keep',
  });

  async function readItem(key: string): Promise<StoreItem | null> {
    const stored = itemOf(await records.read(key));
    return stored && { ...stored.item, eTag: stored.eTag };
  }

  async function writeItem(key: string, { eTag, ...item }: StoreItem): Promise<void> {
    await records.change(key, (current) => {
      const stored = itemOf(current);
      if (eTag && eTag !== '*' && eTag !== stored?.eTag) throw changedMeanwhile(key);
      const expiresAt = new Date(clock().getTime() + lifetimeHours * 3_600_000).toISOString();
      return { value: { eTag: randomUUID(), item }, expiresAt };
    });
  }

  function itemOf(record: StoredRecord | null): z.infer<typeof storedItem> | null {
    if (!record || clock().getTime() >= Date.parse(record.expiresAt)) return null;
    return storedItem.parse(record.value);
  }

  return {
    async read(keys) {
      const items: StoreItems = {};
      for (const key of keys) {
        const item = await readItem(key);
        if (item) items[key] = item;
      }
      return items;
    },
    async write(changes) {
      for (const [key, item] of Object.entries(changes)) await writeItem(key, item);
    },
    async delete(keys) {
      for (const key of keys) await records.change(key, () => null);
    },
    purge: (now) => records.purge(now),
    close: () => records.close(),
  };
}

function changedMeanwhile(key: string): StorageError {
  return new StorageError(
    'RECORD_CHANGED',
    `The stored item "${key}" changed since it was read (eTag).`,
    'Read it again and repeat the change.',
  );
}
