import {
  addDays,
  addMonths,
  firstDayOf,
  instantAt,
  lastDayOf,
  monthOf,
  type CalendarDay,
  type Month,
} from './calendar.ts';
import type { Schedule } from './facts.ts';
import type { Policy } from './policy.ts';

/** The moment from which a month's codes can be claimed. */
export type Release = {
  readonly month: Month;
  readonly at: Date;
  /** True when staff set the moment, false when it follows from the policy. */
  readonly scheduled: boolean;
};

/**
 * When the codes of `month` are released: staff's schedule first, else the policy's day and time
 * (FAQ question 3). A row before its month means the month's first moment, because until then the
 * codes of the month before are the ones to claim.
 */
export function releaseOf(month: Month, schedule: Schedule, policy: Policy): Release {
  const row = schedule.get(month);
  if (!row) {
    const at = instantAt(releaseDayOf(month, policy), policy.release.time);
    return { month, at, scheduled: false };
  }
  const monthBegins = instantAt(firstDayOf(month), '00:00');
  return { month, at: row < monthBegins ? monthBegins : row, scheduled: true };
}

/**
 * The earliest release after `now`, of this month or a later one. A month whose row lies behind its
 * end is passed over: its codes are void before they could be claimed.
 */
export function nextRelease(now: Date, schedule: Schedule, policy: Policy): Release {
  for (let month = monthOf(now); ; month = addMonths(month, 1)) {
    const release = releaseOf(month, schedule, policy);
    if (release.at > now && monthOf(release.at) === month) return release;
  }
}

/** Whether the codes of the current month in the library can be claimed. */
export function isReleased(now: Date, schedule: Schedule, policy: Policy): boolean {
  return now >= releaseOf(monthOf(now), schedule, policy).at;
}

function releaseDayOf(month: Month, policy: Policy): CalendarDay {
  const day = addDays(firstDayOf(month), policy.release.day - 1);
  const last = lastDayOf(month);
  return day < last ? day : last;
}
