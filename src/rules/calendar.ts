import { Temporal } from 'temporal-polyfill';

/** The library's civil time. Every "today", "this month" and "this year" of a rule is read here. */
export const libraryTimeZone = 'Europe/Warsaw';

/** A calendar day, `YYYY-MM-DD`. Compares correctly as text. */
export type CalendarDay = string & { readonly brand: 'CalendarDay' };
/** A calendar month, `YYYY-MM`. Compares correctly as text. */
export type Month = string & { readonly brand: 'Month' };

/** Reads `YYYY-MM-DD`; throws a RangeError when it is no day of the calendar. */
export function calendarDay(text: string): CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`"${text}" is no day, YYYY-MM-DD`);
  return asDay(Temporal.PlainDate.from(text, { overflow: 'reject' }));
}

/** Reads `YYYY-MM`; throws a RangeError when it is no month of the calendar. */
export function month(text: string): Month {
  if (!/^\d{4}-\d{2}$/.test(text)) throw new RangeError(`"${text}" is no month, YYYY-MM`);
  return asMonth(Temporal.PlainYearMonth.from(text, { overflow: 'reject' }));
}

export function dayOf(instant: Date): CalendarDay {
  return asDay(zoned(instant).toPlainDate());
}

export function monthOf(instant: Date): Month {
  return monthOfDay(dayOf(instant));
}

export function yearOf(day: CalendarDay | Month): number {
  return Number(day.slice(0, 4));
}

export function monthOfDay(day: CalendarDay): Month {
  return asMonth(Temporal.PlainDate.from(day).toPlainYearMonth());
}

/** The month `count` months after (or, negative, before) `from`. */
export function addMonths(from: Month, count: number): Month {
  return asMonth(Temporal.PlainYearMonth.from(from).add({ months: count }));
}

export function addDays(from: CalendarDay, count: number): CalendarDay {
  return asDay(Temporal.PlainDate.from(from).add({ days: count }));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

export function firstDayOf(of: Month): CalendarDay {
  return asDay(Temporal.PlainYearMonth.from(of).toPlainDate({ day: 1 }));
}

export function lastDayOf(of: Month): CalendarDay {
  const yearMonth = Temporal.PlainYearMonth.from(of);
  return asDay(yearMonth.toPlainDate({ day: yearMonth.daysInMonth }));
}

/**
 * The instant at which the wall clock in the library shows `time` (`HH:MM`) on `day`. A time that a
 * change to summer time skips is as much later as the clock jumped (02:30 means 03:30); of a time
 * that occurs twice, the first.
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

/** A brand exists for the compiler only: here, and in `asMonth`, is where a text earns it. */
function asDay(date: Temporal.PlainDate): CalendarDay {
  return date.toString() as CalendarDay;
}

function asMonth(yearMonth: Temporal.PlainYearMonth): Month {
  return yearMonth.toString() as Month;
}
