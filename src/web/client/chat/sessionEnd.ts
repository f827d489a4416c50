import type { Activity } from './webChatTypes.ts';

/**
 * When the reader's session ends: `value` of the server's event `sessionEnds`, or null when there is
 * none. Sent after every turn of a signed-in chat, and in answer to the page's own events: `session`
 * asks, `stay` begins the idle time anew, `leave` ends everything at once.
 */
export type SessionEnd = {
  /** ISO instant on the server's clock, like the `timestamp` of the activity that brings it. */
  readonly endsAt: string;
  /**
   * `idle`: because nothing is said. `codeShown`: a code is on the screen of a shared computer. Both
   * can be put off. `final`: the session has lasted as long as one may.
   */
  readonly reason: 'idle' | 'codeShown' | 'final';
  /** True on a computer that readers share: the conversation ends with the session. */
  readonly closes: boolean;
  /** False in answer to `session`: the reader did nothing that put the end off. */
  readonly isPutOff: boolean;
};

export type PageEvent = 'session' | 'stay' | 'leave';

/** The end of the session in milliseconds from now; null when there is no session. */
export type TimeLeft = (Omit<SessionEnd, 'endsAt'> & { readonly milliseconds: number }) | null;

/**
 * Reads an event `sessionEnds`. Both of its times are the server's, so that a computer whose clock is
 * wrong counts right.
 */
export function timeLeftIn(activity: Activity): TimeLeft {
  // Written by our own server.
  const end = (activity.value ?? null) as SessionEnd | null;
  if (!end || !activity.timestamp) return null;
  const { endsAt, ...how } = end;
  return { ...how, milliseconds: Date.parse(endsAt) - Date.parse(activity.timestamp) };
}
