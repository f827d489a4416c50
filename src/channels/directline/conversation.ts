import type { Activity } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { activityId, fillers, numbersAtATime } from './activityNumber.ts';
import type { ConversationRecord, ConversationStore } from './conversationStore.ts';
import { mergeRecords } from './mergeRecords.ts';
import { MessagePace } from './messagePace.ts';
import type { BotAccount } from './outbound.ts';
import { ReplayBuffer, type ReplayEntry } from './replayBuffer.ts';
import type { SharedChats, SharedEntry } from './sharedChats.ts';

/** A client that gets activities as they happen. */
export type Listener = {
  send(frame: string): void;
  close(reason: CloseReason): void;
};

export type CloseReason = 'conversationEnded' | 'replacedByNewer' | 'serverStops';

export type ConversationParts = {
  readonly clock: Clock;
  readonly store: ConversationStore;
  readonly log: Log;
  readonly bot: BotAccount;
  readonly mask: (activity: Partial<Activity>) => Partial<Activity> | null;
  /** `null` in a process that serves all conversations alone. */
  readonly shared: SharedChats | null;
};

/** How long a polling client may still read the last words of an ended conversation. */
const graceAfterEnd = 10_000;
const spareInStore = 60_000;

/** One open chat: its numbered activities, who listens, and what of it survives a restart. */
export class Conversation {
  readonly id: string;
  readonly pace: MessagePace;
  readonly listeners = new Set<Listener>();
  readonly #parts: ConversationParts;
  readonly #replay: ReplayBuffer;
  #record: ConversationRecord;
  #next: number;
  #lastSaid: Promise<unknown> = Promise.resolve();
  #turns = 0;
  #endedAt: number | null = null;

  constructor(id: string, record: ConversationRecord, parts: ConversationParts) {
    const { replay, ...kept } = record;
    this.id = id;
    this.pace = new MessagePace(parts.clock);
    this.#parts = parts;
    this.#record = kept;
    this.#replay = new ReplayBuffer(
      parts.clock,
      replay ?? fillers(id, record.reserved, parts.clock().getTime(), parts.bot),
    );
    this.#next = record.reserved;
  }

  get record(): ConversationRecord {
    return this.#record;
  }

  /** Everything numbered lower was shown to clients. */
  get watermark(): number {
    return this.#next;
  }

  get hasEnded(): boolean {
    return this.#endedAt !== null;
  }

  /** Nobody can reach it any more, or only with a token that was refused long enough. */
  get isOver(): boolean {
    const now = this.#parts.clock().getTime();
    return now >= this.#record.liveUntil || now >= (this.#endedAt ?? Infinity) + graceAfterEnd;
  }

  /** Numbers an activity, makes the number durable and shows it to everyone. Returns its id. */
  say(
    activity: (id: string) => Partial<Activity>,
    change: Partial<ConversationRecord> = {},
  ): Promise<string> {
    const said = this.#lastSaid.then(async () => {
      const { shared } = this.#parts;
      if (shared) return this.#sayShared(shared, activity, change);
      const number = this.#next;
      const id = activityId(this.id, number);
      this.#record = { ...this.#record, ...change };
      if (number >= this.#record.reserved) {
        await this.save({ reserved: number + numbersAtATime });
      }
      this.#show(this.#entry(number, activity(id)));
      return id;
    });
    this.#lastSaid = said.catch(() => undefined);
    return said;
  }

  /** Shows an activity to those who listen now: it takes no number and is not replayed. */
  whisper(activity: Partial<Activity>): void {
    const json = JSON.stringify(activity);
    this.overhear(json);
    this.#parts.shared?.whisper(this.id, json).catch((error: unknown) => {
      this.#parts.log.error('directline.notTold', { error });
    });
  }

  /** What another instance whispered. */
  overhear(json: string): void {
    this.#broadcast(json);
  }

  /** Takes in what other instances said and did. Does nothing where there are none. */
  async catchUp(): Promise<void> {
    const { shared, store } = this.#parts;
    if (!shared) return;
    const record = await store.get(this.id);
    this.#take(await shared.entriesFrom(this.id, this.#next));
    if (!record) return;
    this.#record = mergeRecords(record, this.#record);
    if (!this.#record.ended || this.hasEnded) return;
    this.#endedAt = this.#parts.clock().getTime();
    this.hideSecrets();
    if (this.#turns === 0) await this.#hangUp();
  }

  /** What a client that saw everything below `from` has missed, as one answer. */
  answerFrom(from: number): string {
    const missed = this.#replay.from(from).map(({ json }) => json);
    return frame(missed.join(','), this.#next);
  }

  /**
   * The same for a stream, a frame for each: directlinejs 0.15.8 hands the activities of one frame on
   * one by one with a pause, and what comes in the next frame would overtake them.
   */
  framesFrom(from: number): readonly string[] {
    return this.#replay.from(from).map(({ number, json }) => frame(json, number + 1));
  }

  /** Changes what survives a restart. A store that fails is reported, and the chat goes on. */
  async save(change: Partial<ConversationRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    await this.#put(this.#record);
  }

  async saveForRestart(): Promise<void> {
    await this.#lastSaid;
    // Where instances share their chats, all is kept as it is said.
    if (!this.hasEnded && !this.#parts.shared) {
      await this.#put({ ...this.#record, reserved: this.#next, replay: this.#replay.forDisk() });
    }
  }

  /** The user of the conversation; the first who speaks where the token names none. */
  userOr(firstSpeaker: () => string): string {
    const userId = this.#record.userId ?? firstSpeaker();
    if (this.#record.userId === null) this.#record = { ...this.#record, userId };
    return userId;
  }

  /** Lets the conversation live at least until then. In memory only; the next `save` keeps it. */
  extendTo(liveUntil: number): void {
    if (liveUntil > this.#record.liveUntil) this.#record = { ...this.#record, liveUntil };
  }

  /** Runs a turn of the bot; an end of the conversation waits for it. */
  async during<Result>(turn: () => Promise<Result>): Promise<Result> {
    this.#turns += 1;
    try {
      return await turn();
    } finally {
      this.#turns -= 1;
      if (this.hasEnded && this.#turns === 0) await this.#hangUp();
    }
  }

  /** From now on every token is refused; sockets close when the bot has said its last words. */
  async end(lineage: string): Promise<void> {
    if (this.hasEnded) return;
    this.#endedAt = this.#parts.clock().getTime();
    this.hideSecrets();
    await this.save({ ended: true, lineage });
    await this.#parts.shared?.hideSecrets(this.id);
    await this.#parts.shared?.tell(this.id);
    if (this.#turns === 0) await this.#hangUp();
  }

  /** The reader signed out: what was shown to them is replayed to nobody. */
  hideSecrets(): void {
    this.#replay.hideSecrets();
  }

  closeListeners(reason: CloseReason): void {
    for (const listener of this.listeners) listener.close(reason);
    this.listeners.clear();
  }

  tidy(): void {
    this.#replay.tidy();
  }

  async #hangUp(): Promise<void> {
    await this.#lastSaid;
    this.closeListeners('conversationEnded');
  }

  /** Another instance may take the number first; then what it said comes before. */
  async #sayShared(
    shared: SharedChats,
    activity: (id: string) => Partial<Activity>,
    change: Partial<ConversationRecord>,
  ): Promise<string> {
    if (Object.keys(change).length > 0) await this.save(change);
    for (;;) {
      const number = this.#next;
      const id = activityId(this.id, number);
      const entry = this.#entry(number, activity(id));
      if (await shared.append(this.id, entry)) {
        this.#take([entry]);
        if (this.hasEnded) await shared.hideSecrets(this.id);
        return id;
      }
      this.#take(await shared.entriesFrom(this.id, number));
    }
  }

  #entry(number: number, activity: Partial<Activity>): ReplayEntry {
    const masked = this.#parts.mask(activity);
    return {
      number,
      at: this.#parts.clock().getTime(),
      json: JSON.stringify(activity),
      masked: masked === null ? null : JSON.stringify(masked),
    };
  }

  /** Readings may cross: what was shown is not shown again. */
  #take(entries: readonly SharedEntry[]): void {
    for (const { json, ...entry } of entries) {
      if (entry.number < this.#next) continue;
      if (json === null) this.#next = entry.number + 1;
      else this.#show({ ...entry, json });
    }
  }

  #show(entry: ReplayEntry): void {
    this.#replay.add(entry);
    // A turn that was under way may have shown something after the end.
    if (this.hasEnded) this.hideSecrets();
    this.#next = entry.number + 1;
    this.#broadcast(entry.json);
  }

  #broadcast(json: string): void {
    if (this.listeners.size === 0) return;
    const text = frame(json, this.#next);
    for (const listener of this.listeners) listener.send(text);
  }

  async #put(record: ConversationRecord): Promise<void> {
    try {
      const expiresAt = new Date(record.liveUntil + spareInStore);
      const { shared, store } = this.#parts;
      if (shared && store.update) {
        await store.update(this.id, (stored) => ({
          value: stored ? mergeRecords(stored, record) : record,
          expiresAt,
        }));
      } else {
        await store.put(this.id, record, expiresAt);
      }
    } catch (error) {
      // Until the store works again, a restart would end this chat.
      this.#parts.log.error('directline.notStored', { error });
    }
  }
}

/** The watermark is text, because the client drops a falsy one. */
function frame(activities: string, watermark: number): string {
  return `{"activities":[${activities}],"watermark":"${watermark}"}`;
}
