/** A calendar day as text, `YYYY-MM-DD`. Compares correctly as text. */
export type IsoDay = string;

/**
 * A calendar day as the number of days since 1970-01-01. All arithmetic is done on these: no clock,
 * no time zone, no summer time.
 */
export type DayNumber = number;

export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

const millisecondsPerDay = 86_400_000;

/** Reads `YYYY-MM-DD`; throws a RangeError when it is no day of the calendar. */
export function dayNumberOf(iso: IsoDay): DayNumber {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const number = dayNumber(Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3]));
  if (parts === null || isoDayOf(number) !== iso) {
    throw new RangeError(`"${iso}" is no calendar day; give it as YYYY-MM-DD`);
  }
  return number;
}

export function isoDayOf(number: DayNumber): IsoDay {
  return Number.isSafeInteger(number)
    ? new Date(number * millisecondsPerDay).toISOString().slice(0, 10)
    : '';
}

/** `month` counts from 1 and may run over: month 13 is January of the next year. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
}

export function dateOf(number: DayNumber): CalendarDate {
  const date = new Date(number * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(number: DayNumber): DayNumber {
  return number - weekdayOf(number) + 1;
}

/** The same day `months` later, or the last day of a shorter month: 31 January + 1 = 28 February. */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = dateOf(number);
  const first = dateOf(dayNumber(year, month + months, 1));
  return dayNumber(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}
