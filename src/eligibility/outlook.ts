import type { Clock } from '../clock.ts';
import type { CodeLedger } from '../codes/index.ts';
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
  readonly schedule: Schedule;
  readonly nextRelease: Release;
  readonly at: Date;
};

export async function outlook(
  ledger: Pick<CodeLedger, 'pool' | 'schedule'>,
  policies: PolicyHistory,
  clock: Clock,
): Promise<Outlook> {
  const at = clock();
  const policy = policyAt(policies, dayOf(at));
  const [pool, schedule] = await Promise.all([ledger.pool(monthOf(at)), ledger.schedule()]);
  return {
    policy,
    pool,
    schedule,
    at,
    isReleased: isReleased(at, schedule, policy),
    nextRelease: nextRelease(at, schedule, policy),
  };
}
