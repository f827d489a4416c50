import { randomUUID } from 'node:crypto';
import type { StoreItem } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import {
  changedMeanwhile,
  lifetimeHours,
  type ConversationStorage,
} from '../conversationStorage.ts';
import { itemByItem } from '../itemByItem.ts';
import type { Database } from './database.ts';
import { openDatabaseRecords } from './databaseRecords.ts';

type StoredItem = { readonly eTag: string; readonly item: Readonly<Record<string, unknown>> };

/** The bot's memory of conversations in the database, the same for every instance. */
export function openDatabaseConversations(database: Database, clock: Clock): ConversationStorage {
  const records = openDatabaseRecords<StoredItem>(database, 'conversations', clock);

  async function writeItem(key: string, { eTag, ...item }: StoreItem): Promise<void> {
    const value = { eTag: randomUUID(), item };
    const expiresAt = new Date(clock().getTime() + lifetimeHours * 3_600_000);
    if (!eTag || eTag === '*') return records.put(key, value, expiresAt);
    await records.update(key, (current) => {
      if (eTag !== current?.eTag) throw changedMeanwhile(key);
      return { value, expiresAt };
    });
  }

  return {
    ...itemByItem({
      async read(key) {
        const stored = await records.get(key);
        return stored && { ...stored.item, eTag: stored.eTag };
      },
      write: writeItem,
      remove: (key) => records.delete(key),
    }),
    purge: (now) => records.purge(now),
    close: () => records.close(),
  };
}
