import { Temporal } from 'temporal-polyfill';

/** The library's civil time. Every "today", "this month" and "this year" of a rule is read here. */
export const libraryTimeZone = 'Europe/Warsaw';

/** A calendar day, `YYYY-MM-DD`. Compares correctly as text. */
export type CalendarDay = string & { readonly brand: 'CalendarDay' };
/** A calendar month, `YYYY-MM`. Compares correctly as text. */
export type Month = string & { readonly brand: 'Month' };

/** Reads `YYYY-MM-DD`; throws a RangeError when it is no day of the calendar. */
export function calendarDay(text: string): CalendarDay {
  return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CalendarDay;
}

/** Reads `YYYY-MM`; throws a RangeError when it is no month of the calendar. */
export function month(text: string): Month {
  return Temporal.PlainYearMonth.from(text, { overflow: 'reject' }).toString() as Month;
}

export function dayOf(instant: Date): CalendarDay {
  return zoned(instant).toPlainDate().toString() as CalendarDay;
}

export function monthOf(instant: Date): Month {
  return zoned(instant).toPlainDate().toPlainYearMonth().toString() as Month;
}

export function yearOf(day: CalendarDay | Month): number {
  return Number(day.slice(0, 4));
}

export function monthOfDay(day: CalendarDay): Month {
  return day.slice(0, 7) as Month;
}

/** The month `count` months after (or, negative, before) `from`. */
export function addMonths(from: Month, count: number): Month {
  return Temporal.PlainYearMonth.from(from).add({ months: count }).toString() as Month;
}

export function addDays(from: CalendarDay, count: number): CalendarDay {
  return Temporal.PlainDate.from(from).add({ days: count }).toString() as CalendarDay;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

export function firstDayOf(of: Month): CalendarDay {
  return Temporal.PlainYearMonth.from(of).toPlainDate({ day: 1 }).toString() as CalendarDay;
}

export function lastDayOf(of: Month): CalendarDay {
  const yearMonth = Temporal.PlainYearMonth.from(of);
  return yearMonth.toPlainDate({ day: yearMonth.daysInMonth }).toString() as CalendarDay;
}

/**
 * The instant at which the wall clock in the library shows `time` (`HH:MM`) on `day`. A time that a
 * change to summer time skips means the moment after the gap; one that occurs twice, the first.
 */
export function instantAt(day: CalendarDay, time: string): Date {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(wall.toZonedDateTime(libraryTimeZone).epochMilliseconds);
}

/** The wall clock in the library at `instant`, `HH:MM`. */
export function timeOf(instant: Date): string {
  return zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

function zoned(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    libraryTimeZone,
  );
}
