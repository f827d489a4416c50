import { fails, passes, type Finding } from '../condition.ts';
import type { Facts } from '../facts.ts';
import type { Policy } from '../policy.ts';
import { isReleased, nextRelease } from '../release.ts';

/** FAQ question 3: codes can be claimed from the month's release on. */
export function notOpenYet(
  { schedule }: Facts,
  policy: Policy,
  now: Date,
): Finding<'not_open_yet'> {
  if (isReleased(now, schedule, policy)) return passes;

  const { month, at } = nextRelease(now, schedule, policy);
  return fails({ id: 'not_open_yet', month, opensAt: at });
}
