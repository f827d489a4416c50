import type { Clock } from '../clock.ts';
import type { CodeLedger } from '../codes/index.ts';
import { unavailableOnly } from './unavailableOnly.ts';
import {
  dayOf,
  isReleased,
  monthOf,
  nextRelease,
  policyAt,
  type Policy,
  type PolicyHistory,
  type PoolFacts,
  type Release,
  type Schedule,
} from '../rules/index.ts';

/** What everybody may know: the rules in force and the state of this month's pool. */
export type Outlook = {
  readonly policy: Policy;
  readonly isReleased: boolean;
  readonly pool: PoolFacts | null;
  /** False while the ledger cannot be read: `pool` tells nothing then, and `schedule` is the last known. */
  readonly isPoolKnown: boolean;
  readonly schedule: Schedule;
  readonly nextRelease: Release;
  /** What staff tell the readers while they hold codes back; `null` while codes are given. */
  readonly pausedText: string | null;
  readonly at: Date;
};

/** Tells the outlook whenever it is asked, as far as it is known. */
export function outlooks(
  ledger: Pick<CodeLedger, 'pool' | 'schedule'>,
  policies: PolicyHistory,
  clock: Clock,
  pausedText: () => Promise<string | null>,
): () => Promise<Outlook> {
  let lastSchedule: Schedule = new Map();

  return async () => {
    const at = clock();
    const policy = policyAt(policies, dayOf(at));
    const asked = Promise.all([ledger.pool(monthOf(at)), ledger.schedule(), pausedText()]);
    const read = await asked.catch(unavailableOnly);
    const isPoolKnown = read !== 'unavailable';
    const [pool, schedule, paused] = isPoolKnown ? read : [null, lastSchedule, null];
    lastSchedule = schedule;
    return {
      policy,
      pool,
      isPoolKnown,
      schedule,
      at,
      isReleased: isReleased(at, schedule, policy),
      nextRelease: nextRelease(at, schedule, policy),
      pausedText: paused,
    };
  };
}
