import { dayOf, monthOf, monthOfDay, type CalendarDay, type Month } from './calendar.ts';
import type { Schedule } from './facts.ts';
import type { Policy } from './policy.ts';
import { isReleased, releaseOf, type Release } from './release.ts';

/** What can be told of the codes of a day or month that a reader names. */
export type ReleaseThen = {
  readonly release: Release;
  /** True when the codes are released on the very day. */
  readonly isThatDay: boolean;
  /** True when the release lies behind. */
  readonly isOver: boolean;
};

/**
 * Whether codes are released on `day`. `null` for today and the days ahead while this month's codes
 * can be claimed: then not the release is of interest but what is left.
 */
export function releaseOn(
  day: CalendarDay,
  now: Date,
  schedule: Schedule,
  policy: Policy,
): ReleaseThen | null {
  if (day >= dayOf(now) && isOpenMonth(monthOfDay(day), now, schedule, policy)) return null;
  const release = releaseOf(monthOfDay(day), schedule, policy);
  return { release, isThatDay: dayOf(release.at) === day, isOver: release.at <= now };
}

/** When the codes of `month` are, or were, released. `null` while they can be claimed. */
export function releaseIn(
  month: Month,
  now: Date,
  schedule: Schedule,
  policy: Policy,
): ReleaseThen | null {
  if (isOpenMonth(month, now, schedule, policy)) return null;
  const release = releaseOf(month, schedule, policy);
  return { release, isThatDay: false, isOver: release.at <= now };
}

function isOpenMonth(month: Month, now: Date, schedule: Schedule, policy: Policy): boolean {
  return month === monthOf(now) && isReleased(now, schedule, policy);
}
