import { dayOf, monthOf, monthOfDay, type CalendarDay, type Month } from './calendar.ts';
import type { Schedule } from './facts.ts';
import type { Policy } from './policy.ts';
import { isReleased, releaseOf, type Release } from './release.ts';

/** What can be told of the codes of a day or month that a reader names. */
export type ReleaseThen = {
  readonly release: Release;
  /** Where the named day lies: codes last from the release until the pool is empty. */
  readonly day: 'before' | 'on' | 'after' | 'wholeMonth';
  /** Seen from now; `open` while the codes can be claimed and the day is still ahead. */
  readonly state: 'ahead' | 'open' | 'over';
};

/**
 * How `day` lies to the release of its month's codes. `null` for today while codes can be claimed: then
 * only what is left is of interest.
 */
export function releaseOn(
  day: CalendarDay,
  now: Date,
  schedule: Schedule,
  policy: Policy,
): ReleaseThen | null {
  const isOpen = isOpenMonth(monthOfDay(day), now, schedule, policy);
  if (isOpen && day === dayOf(now)) return null;
  const release = releaseOf(monthOfDay(day), schedule, policy);
  if (isOpen && day > dayOf(now)) return { release, day: 'after', state: 'open' };
  return { release, day: dayBeside(release, day), state: stateOf(release, now) };
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
  return { release, day: 'wholeMonth', state: stateOf(release, now) };
}

function dayBeside({ at }: Release, day: CalendarDay): ReleaseThen['day'] {
  const releaseDay = dayOf(at);
  if (day === releaseDay) return 'on';
  return day < releaseDay ? 'before' : 'after';
}

function stateOf({ at }: Release, now: Date): 'ahead' | 'over' {
  return at <= now ? 'over' : 'ahead';
}

function isOpenMonth(month: Month, now: Date, schedule: Schedule, policy: Policy): boolean {
  return month === monthOf(now) && isReleased(now, schedule, policy);
}
