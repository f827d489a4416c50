import {
  addDays,
  dayOf,
  daysBetween,
  lastDayOf,
  type CalendarDay,
  type Month,
} from './calendar.ts';
import type { Policy } from './policy.ts';

const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** A last day, seen from today. */
export type Term = {
  readonly until: CalendarDay;
  /** Days until then: 0 is today; negative when the day is over. */
  readonly daysLeft: number;
  readonly isOver: boolean;
};

/** The last day on which a code claimed in `claimMonth` can be activated. FAQ question 6. */
export function activateBy(claimMonth: Month): CalendarDay {
  return lastDayOf(claimMonth);
}

/**
 * The day on which reading with a code ends: activation plus the policy's days of 24 hours each (FAQ
 * question 7), no later than the library's contract. Legimi's own count may differ by a day; its
 * application tells the reader the exact one.
 */
export function accessEnds(
  activatedAt: Date | CalendarDay,
  policy: Pick<Policy, 'accessDays' | 'contractEnd'>,
): CalendarDay {
  const ends =
    activatedAt instanceof Date
      ? dayOf(new Date(activatedAt.getTime() + policy.accessDays * millisecondsOfDay))
      : addDays(activatedAt, policy.accessDays);
  return policy.contractEnd !== null && policy.contractEnd < ends ? policy.contractEnd : ends;
}

/** Until when a code claimed in `claimMonth` can be activated, seen from `today`. */
export function activationTerm(claimMonth: Month, today: CalendarDay): Term {
  return termOf(activateBy(claimMonth), today);
}

/** Until when one reads with a code activated on `activatedOn`, seen from `today`. */
export function accessTerm(
  activatedOn: CalendarDay,
  policy: Pick<Policy, 'accessDays' | 'contractEnd'>,
  today: CalendarDay,
): Term {
  return termOf(accessEnds(activatedOn, policy), today);
}

/**
 * The last day of the library's contract when it cuts short the reading with a code that is activated
 * as late as `activatedOn`; `null` when all its days are left.
 */
export function contractCut(
  activatedOn: CalendarDay,
  { accessDays, contractEnd }: Pick<Policy, 'accessDays' | 'contractEnd'>,
): CalendarDay | null {
  return contractEnd !== null && contractEnd < addDays(activatedOn, accessDays)
    ? contractEnd
    : null;
}

function termOf(until: CalendarDay, today: CalendarDay): Term {
  const daysLeft = daysBetween(today, until);
  return { until, daysLeft, isOver: daysLeft < 0 };
}
