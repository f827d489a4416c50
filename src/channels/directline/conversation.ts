import type { Activity } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { isDatabaseAway } from '../../storage/index.ts';
import { ActivityFeed } from './activityFeed.ts';
import { fillers } from './activityNumber.ts';
import { ConversationEnd } from './conversationEnd.ts';
import type { ConversationRecord, ConversationStore } from './conversationStore.ts';
import { KeptRecord } from './keptRecord.ts';
import { MessagePace } from './messagePace.ts';
import type { BotAccount } from './outbound.ts';
import type { SharedChats } from './sharedChats.ts';
import { Speech } from './speech.ts';

export type ConversationParts = {
  readonly clock: Clock;
  readonly store: ConversationStore;
  readonly log: Log;
  readonly bot: BotAccount;
  readonly mask: (activity: Partial<Activity>) => Partial<Activity> | null;
  /** `null` in a process that serves all conversations alone. */
  readonly shared: SharedChats | null;
};

/** One open chat, from its start to its end: whose it is, what is known of it, and when it is over. */
export class Conversation {
  readonly id: string;
  readonly pace: MessagePace;
  /** What its clients are shown. */
  readonly feed: ActivityFeed;
  readonly speech: Speech;
  readonly #parts: ConversationParts;
  readonly #kept: KeptRecord;
  readonly #end: ConversationEnd;

  constructor(id: string, record: ConversationRecord, parts: ConversationParts) {
    const { replay, ...known } = record;
    const { clock, store, log, bot, mask, shared } = parts;
    const feed = new ActivityFeed(
      clock,
      record.reserved,
      replay ?? fillers(id, record.reserved, clock().getTime(), bot),
    );
    const isShared = shared !== null;
    const kept = new KeptRecord(id, known, { store, isShared, log, next: () => feed.watermark });
    const end = new ConversationEnd(id, {
      clock,
      shared,
      onCome: () => this.speech.hideSecrets(),
      onQuiet: () => this.#hangUp(),
    });
    this.id = id;
    this.pace = new MessagePace(clock);
    this.feed = feed;
    this.speech = new Speech(id, { clock, log, mask, shared, feed, kept, end });
    this.#parts = parts;
    this.#kept = kept;
    this.#end = end;
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
    return !this.speech.unshared.isEmpty || this.#kept.isUnsaved || this.#end.isUntold;
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
    await this.speech.unshared.share(shared, this.id);
    if (this.#end.isUntold) await this.#end.tell();
    await this.#kept.refresh();
    this.speech.show(await shared.entriesFrom(this.id, this.feed.watermark));
    if (!this.record.ended || this.hasEnded) return;
    this.#end.come();
    await this.#end.settle();
  }

  /** Changes what survives a restart. */
  save(change: Partial<ConversationRecord> = {}): Promise<void> {
    return this.#kept.save(change);
  }

  async saveForRestart(): Promise<void> {
    await this.speech.settled();
    // Where instances share their chats, all is kept as it is said.
    if (this.hasEnded || this.#parts.shared) return;
    await this.#kept.saveForRestart(this.feed.forDisk());
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

  async #hangUp(): Promise<void> {
    await this.speech.settled();
    this.feed.closeListeners('conversationEnded');
  }
}
