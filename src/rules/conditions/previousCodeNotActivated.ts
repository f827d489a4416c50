import { addMonths, monthOf } from '../calendar.ts';
import { dependsOn, fails, passes, type Finding } from '../condition.ts';
import type { Facts } from '../facts.ts';
import type { Policy } from '../policy.ts';
import { releaseOf } from '../release.ts';

/**
 * FAQ question 9: "kod, który pobrałaś/-eś w poprzednim miesiącu, nie został aktywowany". Counts for
 * the policy's number of months; a reader who claimed nothing then passes.
 */
export function previousCodeNotActivated(
  { previousClaim, schedule }: Facts,
  policy: Policy,
  now: Date,
): Finding<'previous_code_not_activated'> {
  if (!previousClaim || previousClaim.activated === true) return passes;

  const { month, activated } = previousClaim;
  const current = monthOf(now);
  const counts = month < current && month >= addMonths(current, -policy.penaltyMonths);
  if (!counts) return passes;
  if (activated === null) return dependsOn('previousActivation');
  return fails({
    id: 'previous_code_not_activated',
    month,
    claimableFrom: releaseOf(addMonths(month, policy.penaltyMonths + 1), schedule, policy).at,
  });
}
