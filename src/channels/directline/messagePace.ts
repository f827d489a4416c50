import type { Clock } from '../../clock.ts';

const interval = 1000;
const burst = 10;
const longestWait = 10_000;

/** When a message may go on. `wait` and `retryAfter` are in milliseconds. */
export type Turn = { readonly wait: number } | { readonly wait: null; readonly retryAfter: number };

/**
 * How fast one conversation may send: ten messages at once, then one a second, which makes 20 in ten
 * seconds. Ten more are held instead of refused, because the client loses a message that is answered
 * with 429; only what would wait longer is refused (generic cell rate algorithm).
 */
export class MessagePace {
  readonly #clock: Clock;
  /** When the conversation will have used up nothing, in milliseconds. */
  #freeAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  take(): Turn {
    const now = this.#clock().getTime();
    const freeAt = Math.max(this.#freeAt, now) + interval;
    const wait = Math.max(0, freeAt - now - burst * interval);
    if (wait > longestWait) return { wait: null, retryAfter: wait - longestWait };
    this.#freeAt = freeAt;
    return { wait };
  }
}
