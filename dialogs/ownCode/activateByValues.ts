import { activationTerm, dayOf, type Month } from '../../src/rules/index.ts';
import { formatDay } from '../../src/text/index.ts';

/** What a sentence about activating a month's code needs: the last day, and how near it is. */
export function activateByValues(month: Month, now: Date) {
  const { until, daysLeft } = activationTerm(month, dayOf(now));
  return { activateBy: formatDay(until), daysLeft } as const;
}
