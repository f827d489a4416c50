import { dateOf, dayNumber, daysInMonth, mondayOf, weekdayOf, type DayNumber } from '../isoDay.ts';
import {
  isoWeekSpan,
  monthSpan,
  periodSpan,
  runSpan,
  seasonSpan,
  shiftedDay,
} from './calendarSpans.ts';
import { holidayIn } from './holidayDays.ts';
import type { Impossible, Meaning, Which, Year } from './meaning.ts';
import { partOf } from './parts.ts';
import { oneDay, type Span } from './span.ts';

/** When an expression may be meant, earliest first; never empty. */
export type Occurrences = readonly Span[] | Impossible;

/** What stands for itself, neither bounded nor made of two others. */
export type Simple = Exclude<Meaning, { is: 'between' | 'bounded' | 'onWeekday' }>;

export function isSimple(meaning: Meaning): meaning is Simple {
  return meaning.is !== 'between' && meaning.is !== 'bounded' && meaning.is !== 'onWeekday';
}

export function isImpossible(occurrences: Occurrences): occurrences is Impossible {
  return 'code' in occurrences;
}

/**
 * The spans an expression may name: one when all is said, else those around `around` (today, or
 * the other end of a range).
 */
export function occurrencesOf(meaning: Simple, today: DayNumber, around = today): Occurrences {
  const yearly = (year: Year | null, spanIn: (year: number) => Span, reach = 2): Span[] =>
    year === null
      ? inYearsAround(dateOf(around).year, reach, spanIn)
      : [spanIn('said' in year ? year.said : dateOf(today).year + year.shift)];
  switch (meaning.is) {
    case 'impossible':
      return meaning.reason;
    case 'within':
      return withinOccurrences(meaning, today, around);
    case 'month': {
      const reach = meaning.month === 2 ? 8 : 2; // a 29 February may be eight years away
      const months = yearly(meaning.year, (year) => monthSpan(year, meaning.month, 1), reach);
      return pickWhich(months, meaning.which, today);
    }
    case 'quarter': {
      const first = meaning.number * 3 - 2;
      const quarters = yearly(meaning.year, (year) => monthSpan(year, first, 3));
      return pickWhich(quarters, meaning.which, today);
    }
    case 'half':
      return yearly(meaning.year, (year) => monthSpan(year, meaning.number * 6 - 5, 6));
    case 'season': {
      const seasons = yearly(meaning.year, (year) => seasonSpan(year, meaning.number));
      return pickWhich(seasons, meaning.which, today);
    }
    case 'week':
      return yearly(meaning.year, (year) => isoWeekSpan(year, meaning.week));
    case 'year':
      return [monthSpan(meaning.year, 1, 12)];
    case 'holiday':
      return yearly(meaning.year, (year) => oneDay(holidayIn(meaning.holiday, year)));
    case 'period':
      if (meaning.shift === 'here') return [periodSpan(meaning.unit, around, 0)];
      return meaning.shift === null
        ? [-3, -2, -1, 0, 1, 2, 3].map((shift) => periodSpan(meaning.unit, around, shift))
        : [periodSpan(meaning.unit, today, meaning.shift)];
    case 'weekday':
      return weekdayOccurrences(meaning, today, around);
    case 'weekdayOfWeek':
      return [oneDay(mondayOf(today) + meaning.weekShift * 7 + meaning.weekday - 1)];
    case 'shifted':
      return [oneDay(shiftedDay(today + meaning.from, meaning.unit, meaning.count))];
    case 'run':
      return [runSpan(meaning.unit, meaning.count, today)];
  }
}

function inYearsAround(middle: number, reach: number, spanIn: (year: number) => Span): Span[] {
  return Array.from({ length: 2 * reach + 1 }, (_, index) => spanIn(middle - reach + index));
}

function withinOccurrences(
  { part, of }: Extract<Meaning, { is: 'within' }>,
  today: DayNumber,
  around: DayNumber,
): Occurrences {
  const wholes = occurrencesOf(of, today, around);
  if (isImpossible(wholes)) return wholes;
  const parts = wholes.map((whole) => partOf(whole, part)).filter((span) => span !== null);
  if (parts.length > 0) return parts;
  return noSuchDay(part.is === 'day' ? part.day : 0, of, wholes, today);
}

function noSuchDay(day: number, of: Simple, wholes: readonly Span[], today: DayNumber): Impossible {
  const only = wholes.length === 1 ? wholes[0] : undefined;
  if (only !== undefined) return beyondMonth(day, dateOf(only.start).year, only);
  if (of.is !== 'month') return { code: 'noSuchDay', day };
  return beyondMonth(day, null, monthSpan(dateOf(today).year, of.month, 1));
}

function beyondMonth(day: number, saidYear: number | null, { start }: Span): Impossible {
  const { year, month } = dateOf(start);
  return { code: 'dayBeyondMonth', day, month, year: saidYear, days: daysInMonth(year, month) };
}

/** "zeszły sierpień" is the latest one that is over, "przyszły" the earliest that has not begun. */
function pickWhich(spans: readonly Span[], which: Which, today: DayNumber): readonly Span[] {
  const newYear = dayNumber(dateOf(today).year, 1, 1);
  const isAround = ({ start, end }: Span): boolean => start <= today && today < end;
  const picked = {
    plain: undefined,
    last: spans.filter(({ end }) => end <= today).at(-1),
    next: spans.find(({ start }) => start > today),
    this: spans.find(isAround) ?? spans.find(({ start }) => start >= newYear),
  }[which];
  return picked === undefined ? spans : [picked];
}

function weekdayOccurrences(
  { weekday, which }: Extract<Meaning, { is: 'weekday' }>,
  today: DayNumber,
  around: DayNumber,
): Span[] {
  const ahead = (weekday - weekdayOf(today) + 7) % 7 || 7;
  const behind = (weekdayOf(today) - weekday + 7) % 7 || 7;
  switch (which) {
    case 'last':
      return [oneDay(today - behind)];
    case 'nearest':
      return [oneDay(today + ahead)];
    case 'this':
      return [oneDay(today - behind), oneDay(today + ahead)];
    case 'next':
      return [oneDay(mondayOf(today) + 7 + weekday - 1)];
    case 'plain': {
      const inWeek = mondayOf(around) + weekday - 1;
      return [-14, -7, 0, 7, 14].map((days) => oneDay(inWeek + days));
    }
  }
}
