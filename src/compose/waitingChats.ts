import { createHash, randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { chatKey, type Chat } from '../signin/index.ts';
import type { Alone, KeyedRecords } from '../storage/index.ts';

/** Some of the chats that wait. */
export type WaitingRecord = { readonly chats: readonly Chat[] };

/** The chats that want to hear of a draw, wherever and before whatever restart they began to wait. */
export type WaitingChats = {
  add(chat: Chat): Promise<void>;
  /**
   * Calls `tell`, which never rejects, for each chat and forgets it: once, unless the process ends
   * meanwhile. Other instances may do the same at the same time.
   */
  tellAll(tell: (chat: Chat) => Promise<void>): Promise<void>;
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

/** Each chat goes into one of so many records, so that none grows with the crowd and all can be listed. */
const shelves = 64;
/** Nobody waits longer for a release. */
const lasts = 24 * 3_600_000;
/** Turns of the bot under way at a time, so that readers who ask meanwhile are not kept waiting. */
const toldAtOnce = 16;

export function waitingChats(
  records: KeyedRecords<WaitingRecord>,
  alone: Alone,
  clock: Clock,
): WaitingChats {
  const change = (shelf: number, next: (chats: readonly Chat[]) => readonly Chat[]) =>
    records.update(String(shelf), (stored) => {
      const chats = next(stored?.chats ?? []);
      const expiresAt = new Date(clock().getTime() + lasts);
      return chats.length === 0 ? null : { value: { chats }, expiresAt };
    });

  async function tellShelf(shelf: number, tell: (chat: Chat) => Promise<void>): Promise<void> {
    const chats = (await records.get(String(shelf)))?.chats ?? [];
    if (chats.length === 0) return;
    const queue = chats.values();
    const teller = async (): Promise<void> => {
      // The tellers share one iterator: each chat is told once.
      for (const chat of queue) await tell(chat);
    };
    await Promise.all(Array.from({ length: toldAtOnce }, teller));
    const told = new Set(chats.map(chatKey));
    await change(shelf, (now) => now.filter((chat) => !told.has(chatKey(chat))));
  }

  return {
    async add(chat) {
      await change(shelfOf(chat), (chats) => [
        ...chats.filter((one) => chatKey(one) !== chatKey(chat)),
        chat,
      ]);
    },
    async tellAll(tell) {
      // Instances that begin together take different shelves first.
      const first = randomInt(shelves);
      for (let step = 0; step < shelves; step += 1) {
        const shelf = (first + step) % shelves;
        if ((await records.get(String(shelf))) === null) continue;
        await alone(`draw-waiting|${shelf}`, () => tellShelf(shelf, tell));
      }
    },
    purge: (now) => records.purge(now),
    close: () => records.close(),
  };
}

function shelfOf(chat: Chat): number {
  return createHash('sha256').update(chatKey(chat)).digest().readUInt16BE() % shelves;
}
