import type { MessengerEvent } from './messengerEvent.ts';

/** An event that waits for its answer. */
export type WaitingEvent = {
  readonly event: MessengerEvent;
  /** Starts of the program that found it waiting. */
  readonly starts: number;
};

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
  /** The event is answered and need not be kept. */
  done(key: string): Promise<void>;
  /** What an earlier process has left unanswered, in its order. */
  takeUnanswered(): Promise<readonly WaitingEvent[]>;
  /** When the reader wrote last, as far as it is 48 hours ago at most. */
  lastHeardAt(userId: string): Promise<Date | null>;
  /** Deletes answered events, and what is older than 48 hours; returns how many keys that were. */
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};
