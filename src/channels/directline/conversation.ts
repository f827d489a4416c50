import type { Activity } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { ActivityFeed } from './activityFeed.ts';
import { activityId, fillers, numbersAtATime } from './activityNumber.ts';
import type { ConversationRecord, ConversationStore } from './conversationStore.ts';
import { KeptRecord } from './keptRecord.ts';
import { MessagePace } from './messagePace.ts';
import type { BotAccount } from './outbound.ts';
import type { ReplayEntry } from './replayBuffer.ts';
import { sayAmongOthers } from './sayAmongOthers.ts';
import type { SharedChats, SharedEntry } from './sharedChats.ts';

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

/** One open chat, from its start to its end: who speaks in it, and when it is over. */
export class Conversation {
  readonly id: string;
  readonly pace: MessagePace;
  /** What its clients are shown. */
  readonly feed: ActivityFeed;
  readonly #parts: ConversationParts;
  readonly #kept: KeptRecord;
  #lastSaid: Promise<unknown> = Promise.resolve();
  #turns = 0;
  #endedAt: number | null = null;

  constructor(id: string, record: ConversationRecord, parts: ConversationParts) {
    const { replay, ...kept } = record;
    const { clock, store, log, bot, shared } = parts;
    this.id = id;
    this.pace = new MessagePace(clock);
    this.#parts = parts;
    this.#kept = new KeptRecord(id, kept, { store, isShared: shared !== null, log });
    this.feed = new ActivityFeed(
      clock,
      record.reserved,
      replay ?? fillers(id, record.reserved, clock().getTime(), bot),
    );
  }

  get record(): ConversationRecord {
    return this.#kept.value;
  }

  get hasEnded(): boolean {
    return this.#endedAt !== null;
  }

  /** Nobody can reach it any more, or only with a token that was refused long enough. */
  get isOver(): boolean {
    const now = this.#parts.clock().getTime();
    return now >= this.record.liveUntil || now >= (this.#endedAt ?? Infinity) + graceAfterEnd;
  }

  /** Numbers an activity, makes the number durable and shows it to everyone. Returns its id. */
  say(
    activity: (id: string) => Partial<Activity>,
    change: Partial<ConversationRecord> = {},
  ): Promise<string> {
    const said = this.#lastSaid.then(async () => {
      const { shared } = this.#parts;
      const entryAt = (number: number): ReplayEntry => this.#entry(number, activity);
      this.#kept.change(change);
      if (shared) {
        if (Object.keys(change).length > 0) await this.save();
        return sayAmongOthers(shared, this, entryAt);
      }
      const number = this.feed.watermark;
      if (number >= this.record.reserved) await this.save();
      this.show([entryAt(number)]);
      return activityId(this.id, number);
    });
    this.#lastSaid = said.catch(() => undefined);
    return said;
  }

  /** Shows an activity to those who listen now: it takes no number and is not replayed. */
  whisper(activity: Partial<Activity>): void {
    const json = JSON.stringify(activity);
    this.feed.whisper(json);
    this.#parts.shared?.whisper(this.id, json).catch((error: unknown) => {
      this.#parts.log.error('directline.notTold', { error });
    });
  }

  /** Shows what has a number already, as other instances give them. */
  show(entries: readonly SharedEntry[]): void {
    this.feed.show(entries);
    // A turn that was under way may have shown something after the end.
    if (this.hasEnded) this.feed.hideSecrets();
  }

  /** Takes in what other instances said and did. Does nothing where there are none. */
  async catchUp(): Promise<void> {
    const { shared } = this.#parts;
    if (!shared) return;
    await this.#kept.refresh();
    this.show(await shared.entriesFrom(this.id, this.feed.watermark));
    if (!this.record.ended || this.hasEnded) return;
    this.#endedAt = this.#parts.clock().getTime();
    this.feed.hideSecrets();
    if (this.#turns === 0) await this.#hangUp();
  }

  /** Changes what survives a restart. What is written anyway makes further numbers durable with it. */
  save(change: Partial<ConversationRecord> = {}): Promise<void> {
    const reserved = this.#parts.shared ? 0 : this.feed.watermark + numbersAtATime;
    return this.#kept.save({ ...change, reserved });
  }

  async saveForRestart(): Promise<void> {
    await this.#lastSaid;
    // Where instances share their chats, all is kept as it is said.
    if (this.hasEnded || this.#parts.shared) return;
    await this.#kept.saveForRestart({ reserved: this.feed.watermark, replay: this.feed.forDisk() });
  }

  /** The user of the conversation; the first who speaks where the token names none. */
  userOr(firstSpeaker: () => string): string {
    const userId = this.record.userId ?? firstSpeaker();
    if (this.record.userId === null) this.#kept.change({ userId });
    return userId;
  }

  /** Lets the conversation live at least until then. In memory only; the next `save` keeps it. */
  extendTo(liveUntil: number): void {
    if (liveUntil > this.record.liveUntil) this.#kept.change({ liveUntil });
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
    this.feed.hideSecrets();
    await this.save({ ended: true, lineage });
    await this.#parts.shared?.hideSecrets(this.id);
    await this.#parts.shared?.tell(this.id);
    if (this.#turns === 0) await this.#hangUp();
  }

  async #hangUp(): Promise<void> {
    await this.#lastSaid;
    this.feed.closeListeners('conversationEnded');
  }

  #entry(number: number, activityOf: (id: string) => Partial<Activity>): ReplayEntry {
    const activity = activityOf(activityId(this.id, number));
    const masked = this.#parts.mask(activity);
    return {
      number,
      at: this.#parts.clock().getTime(),
      json: JSON.stringify(activity),
      masked: masked === null ? null : JSON.stringify(masked),
    };
  }
}
