import type { MessengerEvent } from './messengerEvent.ts';

/** An event that waits for its answer. */
export type WaitingEvent = {
  readonly event: MessengerEvent;
  /** How often it was taken up after a process that had it in hand was gone. */
  readonly takeovers: number;
};

/** What became of an event: `left` is for whoever works on the reader's events next. */
export type Settled = 'answered' | 'left';

/**
 * What Messenger delivered, kept before the delivery is acknowledged: nothing is lost with the process,
 * and nothing is answered again because it was delivered again.
 */
export type Inbox = {
  /**
   * Keeps the events that were not heard of in the last 48 hours and returns those, in their order.
   * When it returns they are on the medium, and so are those that came before.
   */
  keep(events: readonly MessengerEvent[]): Promise<readonly MessengerEvent[]>;
  /**
   * Hands the reader's unanswered events to `answer`, one after another in the order in which they were
   * kept, until none is left or one is `left`. Nobody else works on this reader's events meanwhile, in
   * this process or in another instance. Rejects when the medium fails; then what is unanswered stays.
   */
  work(userId: string, answer: (waiting: WaitingEvent) => Promise<Settled>): Promise<void>;
  /** Readers whose events wait and nobody works on: what a process that is gone has left. */
  abandoned(): Promise<readonly string[]>;
  /** When the reader wrote last, as far as it is 48 hours ago at most. */
  lastHeardAt(userId: string): Promise<Date | null>;
  /** Deletes answered events, and what is older than 48 hours; returns how many keys that were. */
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

/** Milliseconds for which a key is known, and a reader's last message. */
export const rememberedFor = 48 * 3_600_000;
