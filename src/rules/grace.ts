import type { CalendarDay } from './calendar.ts';
import type { Policy } from './policy.ts';

/** Whether `today` lies in the days at the start of a year in which last year still counts. */
export function isInGrace(today: CalendarDay, policy: Policy): boolean {
  return policy.graceUntil !== null && today.slice('YYYY-'.length) <= policy.graceUntil;
}
