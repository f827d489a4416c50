import type { Clock } from '../../clock.ts';
import { ReplayBuffer, type ReplayEntry } from './replayBuffer.ts';
import type { SharedEntry } from './sharedChats.ts';

/** A client that gets activities as they happen. */
export type Listener = {
  send(frame: string): void;
  close(reason: CloseReason): void;
};

export type CloseReason = 'conversationEnded' | 'replacedByNewer' | 'serverStops';

/** Milliseconds without a question after which a polling client is taken to be gone, or elsewhere. */
const pollsWithin = 15_000;

/** What the clients of one conversation are shown: by number, now and again later. */
export class ActivityFeed {
  readonly listeners = new Set<Listener>();
  /**
   * True while the other instances cannot be asked, so one of them may have ended the conversation: no
   * secret is replayed then.
   */
  isCutOff = false;
  readonly #clock: Clock;
  readonly #replay: ReplayBuffer;
  #next: number;
  #polledAt = -Infinity;

  /** `next` is the first number that was not given yet; `entries` are what can still be replayed. */
  constructor(clock: Clock, next: number, entries: readonly ReplayEntry[]) {
    this.#clock = clock;
    this.#replay = new ReplayBuffer(clock, entries);
    this.#next = next;
  }

  /** True when a client here sees what is said now: it listens, or comes to ask again and again. */
  get isHeard(): boolean {
    return this.listeners.size > 0 || this.#clock().getTime() - this.#polledAt < pollsWithin;
  }

  /** Everything numbered lower was shown to clients. */
  get watermark(): number {
    return this.#next;
  }

  /** Readings of what other instances said may cross: what was shown is not shown again. */
  show(entries: readonly SharedEntry[]): void {
    for (const { json, ...entry } of entries) {
      if (entry.number < this.#next) continue;
      this.#next = entry.number + 1;
      if (json === null) continue;
      this.#replay.add({ ...entry, json });
      this.whisper(json);
    }
  }

  /** Shows an activity to those who listen now: it takes no number and is not replayed. */
  whisper(json: string): void {
    if (this.listeners.size === 0) return;
    const text = frame(json, this.#next);
    for (const listener of this.listeners) listener.send(text);
  }

  /** What a polling client that saw everything below `from` has missed, as one answer. */
  answerFrom(from: number): string {
    this.#polledAt = this.#clock().getTime();
    const missed = this.#missedFrom(from).map(({ json }) => json);
    // What it saw beyond was said by an instance that cannot be asked now.
    return frame(missed.join(','), this.isCutOff ? Math.max(this.#next, from) : this.#next);
  }

  /**
   * The same for a stream, a frame for each: directlinejs 0.15.8 hands the activities of one frame on
   * one by one with a pause, and what comes in the next frame would overtake them.
   */
  framesFrom(from: number): readonly string[] {
    return this.#missedFrom(from).map(({ number, json }) => frame(json, number + 1));
  }

  #missedFrom(from: number): readonly ReplayEntry[] {
    return this.isCutOff ? this.#replay.withoutSecretsFrom(from) : this.#replay.from(from);
  }

  /** What was shown so far is replayed to nobody with its secrets. */
  hideSecrets(): void {
    this.#replay.hideSecrets();
  }

  /** What may be written to disk: nothing in it is secret any more. */
  forDisk(): readonly ReplayEntry[] {
    return this.#replay.forDisk();
  }

  tidy(): void {
    this.#replay.tidy();
  }

  closeListeners(reason: CloseReason): void {
    for (const listener of this.listeners) listener.close(reason);
    this.listeners.clear();
  }
}

/** The watermark is text, because the client drops a falsy one. */
function frame(activities: string, watermark: number): string {
  return `{"activities":[${activities}],"watermark":"${watermark}"}`;
}
