import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

/** The library's civil time. Every "today", "this month" and "this year" of a rule is read here. */
export const libraryTimeZone = 'Europe/Warsaw';

/** A calendar day, `YYYY-MM-DD`. Compares correctly as text. */
export type CalendarDay = string & { readonly brand: 'CalendarDay' };
/** A calendar month, `YYYY-MM`. Compares correctly as text. */
export type Month = string & { readonly brand: 'Month' };

const quarterHour = 15 * 60_000;
/** Of calendar days, which have no clock that could be changed. */
const millisecondsOfDay = 24 * 3_600_000;

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
  return dayAt(wallClock(instant).getTime());
}

export function monthOf(instant: Date): Month {
  return monthOfDay(dayOf(instant));
}

export function yearOf(day: CalendarDay | Month): number {
  return Number(day.slice(0, 4));
}

export function monthOfDay(day: CalendarDay): Month {
  // A day's text begins with its month's.
  return day.slice(0, 7) as Month;
}

/** The month `count` months after (or, negative, before) `from`. */
export function addMonths(from: Month, count: number): Month {
  const [year = 0, month = 0] = from.split('-').map(Number);
  return dayAt(Date.UTC(year, month - 1 + count)).slice(0, 7) as Month;
}

export function addDays(from: CalendarDay, count: number): CalendarDay {
  return dayAt(Date.parse(from) + count * millisecondsOfDay);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsOfDay;
}

/** Days from the day of `now` in the library to the day of `moment`: 0 is today, 1 tomorrow. */
export function daysUntil(moment: Date, now: Date): number {
  return daysBetween(dayOf(now), dayOf(moment));
}

/** The month that begins with `start` and ends before `endExclusive`; `null` for any other span. */
export function monthOfSpan(start: CalendarDay, endExclusive: CalendarDay): Month | null {
  const of = monthOfDay(start);
  const isWhole = start === firstDayOf(of) && endExclusive === firstDayOf(addMonths(of, 1));
  return isWhole ? of : null;
}

export function firstDayOf(of: Month): CalendarDay {
  return `${of}-01` as CalendarDay;
}

export const lastDayOf = remembered((of: Month): CalendarDay =>
  addDays(firstDayOf(addMonths(of, 1)), -1),
);

/**
 * The instant at which the wall clock in the library shows `time` (`HH:MM`) on `day`. A time that a
 * change to summer time skips is as much later as the clock jumped (02:30 means 03:30); of a time
 * that occurs twice, the first.
 */
export function instantAt(day: CalendarDay, time: string): Date {
  return new Date(epochAt(`${day}T${time}`));
}

const epochAt = remembered(
  (wallTime: string): number =>
    Temporal.PlainDateTime.from(wallTime).toZonedDateTime(libraryTimeZone).epochMilliseconds,
);

/** The wall clock in the library at `instant`, `HH:MM`. */
export function timeOf(instant: Date): string {
  return wallClock(instant).toISOString().slice(11, 16);
}

/** A date whose UTC fields are what clock and calendar in the library show at `instant`. */
function wallClock(instant: Date): Date {
  const epoch = instant.getTime();
  return new Date(epoch + offsetIn(Math.floor(epoch / quarterHour)));
}

/** Milliseconds that the library is ahead of UTC; no time zone changes within a quarter of an hour. */
const offsetIn = remembered(
  (quarter: number): number =>
    Temporal.Instant.fromEpochMilliseconds(quarter * quarterHour).toZonedDateTimeISO(
      libraryTimeZone,
    ).offsetNanoseconds / 1_000_000,
);

/** The day of a date's UTC fields. */
function dayAt(epoch: number): CalendarDay {
  return dayNumbered(Math.floor(epoch / millisecondsOfDay));
}

/** By its number, counted from 1 January 1970. */
const dayNumbered = remembered(
  (number: number): CalendarDay =>
    new Date(number * millisecondsOfDay).toISOString().slice(0, 10) as CalendarDay,
);

/** A brand exists for the compiler only: in this file a text earns it. */
function asDay(date: Temporal.PlainDate): CalendarDay {
  return date.toString() as CalendarDay;
}

function asMonth(yearMonth: Temporal.PlainYearMonth): Month {
  return yearMonth.toString() as Month;
}
