import type { Activity } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { ActivityFeed } from './activityFeed.ts';
import { activityId } from './activityNumber.ts';
import type { ConversationEnd } from './conversationEnd.ts';
import type { ConversationRecord } from './conversationStore.ts';
import type { KeptRecord } from './keptRecord.ts';
import { replayEntry, type ReplayEntry } from './replayBuffer.ts';
import { sayAmongOthers, type Unheard } from './sayAmongOthers.ts';
import type { SharedChats, SharedEntry } from './sharedChats.ts';
import { UnsharedEntries } from './unsharedEntries.ts';

export type SpeechParts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly mask: (activity: Partial<Activity>) => Partial<Activity> | null;
  /** `null` in a process that serves all conversations alone. */
  readonly shared: SharedChats | null;
  /** What the clients of the conversation are shown. */
  readonly feed: ActivityFeed;
  readonly kept: KeptRecord;
  readonly end: ConversationEnd;
};

/** What is said in one conversation, one thing after another: each gets its number and is shown. */
export class Speech {
  readonly id: string;
  readonly feed: ActivityFeed;
  /** What the other instances have not heard yet. */
  readonly unshared = new UnsharedEntries();
  readonly #parts: SpeechParts;
  #last: Promise<unknown> = Promise.resolve();

  constructor(id: string, parts: SpeechParts) {
    this.id = id;
    this.feed = parts.feed;
    this.#parts = parts;
  }

  get record(): ConversationRecord {
    return this.#parts.kept.value;
  }

  get hasEnded(): boolean {
    return this.#parts.end.hasCome;
  }

  /**
   * Numbers an activity, makes the number durable, with what it changes, and shows it to everyone.
   * Returns its id. With `unheard: 'refuse'` it rejects while nothing can be shared and no client is here.
   */
  say(
    activity: (id: string) => Partial<Activity>,
    change: Partial<ConversationRecord> = {},
    unheard: Unheard = 'keep',
  ): Promise<string> {
    const said = this.#last.then(async () => {
      const { shared, kept } = this.#parts;
      const entryAt = (number: number): ReplayEntry => this.#entry(number, activity);
      kept.change(change);
      if (shared) {
        if (kept.isWorthSaving) await kept.save();
        return sayAmongOthers(shared, this, entryAt, unheard);
      }
      const number = this.feed.watermark;
      if (number >= kept.value.reserved) await kept.save();
      this.show([entryAt(number)]);
      return activityId(this.id, number);
    });
    this.#last = said.catch(() => undefined);
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
    if (this.hasEnded) this.hideSecrets();
  }

  /** What was shown so far is told to nobody with its secrets. */
  hideSecrets(): void {
    this.feed.hideSecrets();
    this.unshared.hideSecrets();
  }

  /** Resolves when all that was to be said so far is said, or has failed. */
  async settled(): Promise<void> {
    await this.#last;
  }

  #entry(number: number, activityOf: (id: string) => Partial<Activity>): ReplayEntry {
    const activity = activityOf(activityId(this.id, number));
    const { clock, mask } = this.#parts;
    return replayEntry(number, clock().getTime(), activity, mask(activity));
  }
}
