import { isDeepStrictEqual } from 'node:util';
import type { Log } from '../../log.ts';
import { numbersAtATime } from './activityNumber.ts';
import type { ConversationRecord, ConversationStore } from './conversationStore.ts';
import { mergeRecords } from './mergeRecords.ts';
import type { ReplayEntry } from './replayBuffer.ts';

const spareInStore = 60_000;
/** Milliseconds by which the store may lag behind with the reader's last message, of which silence is told. */
const messageLag = 60_000;

export type KeptRecordParts = {
  readonly store: ConversationStore;
  /** True where other instances change the record too. */
  readonly isShared: boolean;
  readonly log: Log;
  /** The first number that no activity has yet. */
  readonly next: () => number;
};

/** What of one conversation survives a restart. A store that fails is reported, and the chat goes on. */
export class KeptRecord {
  readonly #id: string;
  readonly #parts: KeptRecordParts;
  #value: ConversationRecord;
  #stored: ConversationRecord;
  #isUnsaved = false;

  constructor(id: string, value: ConversationRecord, parts: KeptRecordParts) {
    this.#id = id;
    this.#parts = parts;
    this.#value = value;
    this.#stored = value;
  }

  get value(): ConversationRecord {
    return this.#value;
  }

  /** True when the last save failed. */
  get isUnsaved(): boolean {
    return this.#isUnsaved;
  }

  /** True when the other instances would notice what they do not know. */
  get isWorthSaving(): boolean {
    const { lastMessageAt: storedAt, ...stored } = this.#stored;
    const { lastMessageAt, ...now } = this.#value;
    return lastMessageAt - storedAt >= messageLag || !isDeepStrictEqual(now, stored);
  }

  /** In memory only; the next `save` keeps it. */
  change(change: Partial<ConversationRecord>): void {
    this.#value = { ...this.#value, ...change };
  }

  /** Takes in what other instances stored, and stores what could not be stored before. */
  async refresh(): Promise<void> {
    const stored = await this.#parts.store.get(this.#id);
    if (stored) {
      this.#stored = stored;
      this.#value = mergeRecords(stored, this.#value);
    }
    if (this.#isUnsaved) await this.#put(this.#value);
  }

  /** What is written anyway makes further numbers durable with it, where they are given here alone. */
  async save(change: Partial<ConversationRecord> = {}): Promise<void> {
    const { isShared, next } = this.#parts;
    const reserved = isShared ? 0 : next() + numbersAtATime;
    this.change({ ...change, reserved });
    await this.#put(this.#value);
  }

  /** The last save of this process: what it takes with it is no longer kept in memory. */
  async saveForRestart(replay: readonly ReplayEntry[]): Promise<void> {
    await this.#put({ ...this.#value, reserved: this.#parts.next(), replay });
  }

  async #put(record: ConversationRecord): Promise<void> {
    const { store, isShared, log } = this.#parts;
    const expiresAt = new Date(record.liveUntil + spareInStore);
    let value = record;
    try {
      if (isShared && store.update) {
        await store.update(this.#id, (stored) => {
          value = stored ? mergeRecords(stored, record) : record;
          return { value, expiresAt };
        });
      } else {
        await store.put(this.#id, record, expiresAt);
      }
      this.#stored = value;
      this.#isUnsaved = false;
    } catch (error) {
      // Until the store works again, a restart would end this chat.
      this.#isUnsaved = true;
      log.error('directline.notStored', { error });
    }
  }
}
