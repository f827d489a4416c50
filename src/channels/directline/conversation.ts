import type { Activity } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { isDatabaseAway } from '../../storage/index.ts';
import { ActivityFeed } from './activityFeed.ts';
import { activityId, fillers, numbersAtATime } from './activityNumber.ts';
import { ConversationEnd } from './conversationEnd.ts';
import type { ConversationRecord, ConversationStore } from './conversationStore.ts';
import { KeptRecord } from './keptRecord.ts';
import { MessagePace } from './messagePace.ts';
import type { BotAccount } from './outbound.ts';
import { replayEntry, type ReplayEntry } from './replayBuffer.ts';
import { sayAmongOthers, type Unheard } from './sayAmongOthers.ts';
import type { SharedChats, SharedEntry } from './sharedChats.ts';
import { UnsharedEntries } from './unsharedEntries.ts';

export type ConversationParts = {
  readonly clock: Clock;
  readonly store: ConversationStore;
  readonly log: Log;
  readonly bot: BotAccount;
  readonly mask: (activity: Partial<Activity>) => Partial<Activity> | null;
  /** `null` in a process that serves all conversations alone. */
  readonly shared: SharedChats | null;
};

/** One open chat, from its start to its end: who speaks in it, and when it is over. */
export class Conversation {
  readonly id: string;
  readonly pace: MessagePace;
  /** What its clients are shown. */
  readonly feed: ActivityFeed;
  /** What the other instances have not heard yet. */
  readonly unshared = new UnsharedEntries();
  readonly #parts: ConversationParts;
  readonly #kept: KeptRecord;
  readonly #end: ConversationEnd;
  #lastSaid: Promise<unknown> = Promise.resolve();

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
    this.#end = new ConversationEnd(id, {
      clock,
      shared,
      onCome: () => this.#hideSecrets(),
      onQuiet: () => this.#hangUp(),
    });
  }

  get record(): ConversationRecord {
    return this.#kept.value;
  }

  get hasEnded(): boolean {
    return this.#end.hasCome;
  }

  /** Nobody can reach it any more, or only with a token that was refused long enough. */
  get isOver(): boolean {
    return this.#end.isPast || this.#parts.clock().getTime() >= this.record.liveUntil;
  }

  /** True while the other instances do not know all that was said and done here. */
  get isUnshared(): boolean {
    if (!this.#parts.shared) return false;
    return !this.unshared.isEmpty || this.#kept.isUnsaved || this.#end.isUntold;
  }

  /**
   * Numbers an activity, makes the number durable and shows it to everyone. Returns its id. With
   * `unheard: 'refuse'` it rejects while nothing can be shared and no client is here.
   */
  say(
    activity: (id: string) => Partial<Activity>,
    change: Partial<ConversationRecord> = {},
    unheard: Unheard = 'keep',
  ): Promise<string> {
    const said = this.#lastSaid.then(async () => {
      const { shared } = this.#parts;
      const entryAt = (number: number): ReplayEntry => this.#entry(number, activity);
      this.#kept.change(change);
      if (shared) {
        if (this.#kept.isWorthSaving) await this.save();
        return sayAmongOthers(shared, this, entryAt, unheard);
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
    if (this.hasEnded) this.#hideSecrets();
  }

  /**
   * Tells other instances what they lack, and takes in what they said and did. Does nothing where there
   * are none, and while nothing can be shared: then the chat goes on with what is known here.
   */
  async catchUp(): Promise<void> {
    const { shared } = this.#parts;
    if (!shared) return;
    try {
      await this.#catchUpWith(shared);
      this.feed.isCutOff = false;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      this.feed.isCutOff = true;
    }
  }

  async #catchUpWith(shared: SharedChats): Promise<void> {
    await this.unshared.share(shared, this.id);
    if (this.#end.isUntold) await this.#end.tell();
    await this.#kept.refresh();
    this.show(await shared.entriesFrom(this.id, this.feed.watermark));
    if (!this.record.ended || this.hasEnded) return;
    this.#end.come();
    await this.#end.settle();
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
  during<Result>(turn: () => Promise<Result>): Promise<Result> {
    return this.#end.during(turn);
  }

  /** From now on every token is refused; sockets close when the bot has said its last words. */
  async end(lineage: string): Promise<void> {
    if (this.hasEnded) return;
    this.#end.come();
    await this.save({ ended: true, lineage });
    await this.#end.tell();
    await this.#end.settle();
  }

  /** What was shown so far is told to nobody with its secrets. */
  #hideSecrets(): void {
    this.feed.hideSecrets();
    this.unshared.hideSecrets();
  }

  async #hangUp(): Promise<void> {
    await this.#lastSaid;
    this.feed.closeListeners('conversationEnded');
  }

  #entry(number: number, activityOf: (id: string) => Partial<Activity>): ReplayEntry {
    const activity = activityOf(activityId(this.id, number));
    const { clock, mask } = this.#parts;
    return replayEntry(number, clock().getTime(), activity, mask(activity));
  }
}
