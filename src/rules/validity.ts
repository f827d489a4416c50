import { addDays, dayOf, lastDayOf, type CalendarDay, type Month } from './calendar.ts';
import type { Policy } from './policy.ts';

const millisecondsOfDay = 24 * 60 * 60 * 1000;

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
