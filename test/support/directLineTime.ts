import type { Clock } from '../../src/clock.ts';
import type { Timers } from '../../src/channels/directline/index.ts';

export type ManualTime = {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Lets time pass, and with it every timer that falls due, in order; a repeated one runs once, last. */
  advance(milliseconds: number): void;
  /** How many timers wait. */
  readonly waiting: () => number;
};

/** Time that stands still until a test moves it. */
export function manualTime(start = new Date('2026-12-10T09:00:00Z')): ManualTime {
  let now = start.getTime();
  const due = new Map<object, { at: number; every: number | null; task: () => void }>();

  const add = (milliseconds: number, every: number | null, task: () => void) => {
    const key = {};
    due.set(key, { at: now + milliseconds, every, task });
    return () => void due.delete(key);
  };

  return {
    clock: () => new Date(now),
    timers: {
      every: (milliseconds, task) => add(milliseconds, milliseconds, task),
      after: (milliseconds, task) => add(milliseconds, null, task),
    },
    waiting: () => due.size,
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...due]
          .filter(([, { at, every }]) => every === null && at <= end)
          .sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [key, timer] = next;
        now = timer.at;
        due.delete(key);
        timer.task();
      }
      now = end;
      for (const timer of due.values()) {
        if (timer.every === null || timer.at > end) continue;
        timer.at = end + timer.every;
        timer.task();
      }
    },
  };
}
