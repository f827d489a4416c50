import { addMonths, dateOf, dayNumber, mondayOf, type DayNumber } from '../isoDay.ts';
import type { Meaning, Unit } from './meaning.ts';
import type { Span } from './span.ts';

type PeriodUnit = Extract<Meaning, { is: 'period' }>['unit'];

/** `count` whole months from `month`, which may run over the year's end. */
export function monthSpan(year: number, month: number, count: number): Span {
  return { start: dayNumber(year, month, 1), end: dayNumber(year, month + count, 1) };
}

/** The week, month … that lies `shift` of its kind from the one of `day`. */
export function periodSpan(unit: PeriodUnit, day: DayNumber, shift: number): Span {
  const { year, month } = dateOf(day);
  const monday = mondayOf(day) + shift * 7;
  switch (unit) {
    case 'week':
      return { start: monday, end: monday + 7 };
    case 'weekend':
      return { start: monday + 5, end: monday + 7 };
    case 'month':
      return monthSpan(year, month + shift, 1);
    case 'quarter':
      return monthSpan(year, Math.floor((month - 1) / 3) * 3 + 1 + shift * 3, 3);
    case 'year':
      return monthSpan(year + shift, 1, 12);
  }
}

/** ISO 8601: week 1 is the week of 4 January. */
export function isoWeekSpan(year: number, week: number): Span {
  const start = mondayOf(dayNumber(year, 1, 4)) + (week - 1) * 7;
  return { start, end: start + 7 };
}

/** 1 is spring. Astronomical seasons, by the days on which they usually begin. */
export function seasonSpan(year: number, season: number): Span {
  const starts = [
    dayNumber(year, 3, 21),
    dayNumber(year, 6, 21),
    dayNumber(year, 9, 23),
    dayNumber(year, 12, 21),
    dayNumber(year + 1, 3, 21),
  ];
  return { start: starts[season - 1] ?? 0, end: starts[season] ?? 0 };
}

export function shiftedDay(from: DayNumber, unit: Unit, count: number): DayNumber {
  switch (unit) {
    case 'day':
      return from + count;
    case 'week':
      return from + count * 7;
    case 'month':
      return addMonths(from, count);
    case 'year':
      return addMonths(from, count * 12);
  }
}

/** Whole weeks, months and years beside the current one; days beside today. */
export function runSpan(unit: Unit, count: number, today: DayNumber): Span {
  if (unit === 'day') {
    return count > 0
      ? { start: today + 1, end: today + 1 + count }
      : { start: today + count, end: today };
  }
  const here = periodSpan(unit, today, 0);
  const far = periodSpan(unit, today, count);
  return count > 0 ? { start: here.end, end: far.end } : { start: far.start, end: here.start };
}
