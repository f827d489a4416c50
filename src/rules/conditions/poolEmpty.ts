import { monthOf } from '../calendar.ts';
import { fails, passes, type Finding } from '../condition.ts';
import type { Facts } from '../facts.ts';
import type { Policy } from '../policy.ts';
import { isReleased, nextRelease } from '../release.ts';

/**
 * FAQ question 9: "skończyła się pula kodów w danym miesiącu". Never before the release: until then
 * nobody could have taken a code. What is left of another month is void.
 */
export function poolEmpty(
  { pool, schedule }: Facts,
  policy: Policy,
  now: Date,
): Finding<'pool_empty'> {
  if (!isReleased(now, schedule, policy)) return passes;

  const month = monthOf(now);
  const remaining = pool?.month === month ? pool.remaining : 0;
  if (remaining > 0) return passes;
  return fails({ id: 'pool_empty', month, nextRelease: nextRelease(now, schedule, policy).at });
}
