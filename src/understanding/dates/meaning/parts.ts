import { dateOf, dayNumber, mondayOf, weekdayOf, type DayNumber } from '../isoDay.ts';
import type { Nth, Part } from './meaning.ts';
import { oneDay, type Span } from './span.ts';

/** The part of a longer span; null when the span has no such part (a 31st of November). */
export function partOf({ start, end }: Span, part: Part): Span | null {
  switch (part.is) {
    case 'day':
      return part.day >= 1 && start + part.day <= end ? oneDay(start + part.day - 1) : null;
    case 'firstDay':
      return oneDay(start);
    case 'lastDay':
      return oneDay(end - 1);
    case 'middleDay':
      return oneDay(middleOf(start, end) - 1);
    case 'early':
    case 'firstHalf':
      return { start, end: middleOf(start, end) };
    case 'late':
    case 'secondHalf':
      return { start: middleOf(start, end), end };
    case 'middle': {
      const third = Math.floor((end - start) / 3);
      return { start: start + third, end: start + 2 * third };
    }
    case 'nthDay':
      return nthOf(oneDay(start), 1, part.nth, end);
    case 'nthWeek':
      return nthOf(weekFrom(firstOn(1, start)), 7, part.nth, end);
    case 'nthWeekday':
      return nthOf(oneDay(firstOn(part.weekday, start)), 7, part.nth, end);
  }
}

/** Of a month: before and from the 16th. Of a year: before and from July. Else: the half of it. */
function middleOf(start: DayNumber, end: DayNumber): DayNumber {
  const { year, month } = dateOf(start);
  if (end - start > 360) return dayNumber(year, 7, 1);
  return end - start > 27 && end - start < 32
    ? dayNumber(year, month, 16)
    : start + Math.floor((end - start) / 2);
}

function firstOn(weekday: number, from: DayNumber): DayNumber {
  return from + ((weekday - weekdayOf(from) + 7) % 7);
}

function weekFrom(monday: DayNumber): Span {
  return { start: mondayOf(monday), end: mondayOf(monday) + 7 };
}

function nthOf(first: Span, step: number, nth: Nth, end: DayNumber): Span | null {
  const length = first.end - first.start;
  const count = Math.floor((end - first.start - length) / step) + 1;
  const wanted = nth === 'last' ? count : nth;
  if (wanted < 1 || wanted > count) return null;
  const start = first.start + (wanted - 1) * step;
  return { start, end: start + length };
}
