import { firstDayOf, type CalendarDay, type Month } from './calendar.ts';
import type { Policy, PolicyHistory } from './policy.ts';

/** Nobody said which rules apply on that day. */
export class NoPolicyInForceError extends Error {
  readonly code = 'NO_POLICY_IN_FORCE';

  constructor(day: CalendarDay, first: CalendarDay) {
    super(
      `No policy is in force on ${day}: the first one begins on ${first}. ` +
        `Add a policy file named after an earlier day, or correct the clock.`,
    );
    this.name = 'NoPolicyInForceError';
  }
}

/**
 * The policy in force on `day`: the latest that had begun. Throws a `NoPolicyInForceError` when none
 * had.
 */
export function policyAt(history: PolicyHistory, day: CalendarDay): Policy {
  const oldestFirst = [...history].sort(byBeginning);
  const inForce = oldestFirst.filter(({ validFrom }) => validFrom <= day).at(-1);
  if (inForce) return inForce;

  const { validFrom: first } = oldestFirst[0] ?? history[0];
  throw new NoPolicyInForceError(day, first);
}

/** The policy of a month as readers get it: that of its first day, and once it has begun, today's. */
export function policyOfMonth(history: PolicyHistory, month: Month, today: CalendarDay): Policy {
  const first = firstDayOf(month);
  return policyAt(history, first < today ? today : first);
}

function byBeginning(one: Policy, other: Policy): number {
  return one.validFrom < other.validFrom ? -1 : 1;
}
