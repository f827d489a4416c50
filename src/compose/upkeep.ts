import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { dayOf } from '../rules/index.ts';

/** Deletes what has expired; returns how many records that were. */
export type Purge = () => Promise<number>;

const everyFiveMinutes = 5 * 60 * 1000;

/**
 * Deletes what has expired, again and again, one store after the other. A failure is told to the
 * operator and tried again next time: expired records are never given out anyway. Returns what ends it.
 */
export function startUpkeep(
  purges: readonly Purge[],
  log: Log,
  every: number = everyFiveMinutes,
): () => Promise<void> {
  let round = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(async () => {
      let count = 0;
      for (const purge of purges) {
        try {
          count += await purge();
        } catch (error) {
          log.error('upkeep.failed', { error });
        }
      }
      log.info('upkeep.done', { count });
    });
  }, every);
  timer.unref();
  return () => {
    clearInterval(timer);
    return round;
  };
}

/** The task, carried out with the first call of each day; a failed one is tried again. */
export function onceADay(task: Purge, clock: Clock): Purge {
  let doneOn = '';
  return async () => {
    const today = dayOf(clock());
    if (today === doneOn) return 0;
    const count = await task();
    doneOn = today;
    return count;
  };
}
