import type { HolidayName } from '../words/holidays.ts';

/** 1 is Monday, 7 is Sunday. */
export type Weekday = number;
export type Unit = 'day' | 'week' | 'month' | 'year';
/** The year named, or how many years it lies from this one. */
export type Year = { readonly said: number } | { readonly shift: number };
/** last: "zeszły"; this: "ten"; next: "przyszły"; plain: no such word. */
export type Which = 'plain' | 'last' | 'this' | 'next';
export type Nth = number | 'last';

/** Why a date cannot be: it is never moved to a neighbouring day. */
export type Impossible =
  /** `days` is how many days the month has; `year` is null when none was said. */
  | {
      readonly code: 'dayBeyondMonth';
      readonly day: number;
      readonly month: number;
      readonly year: number | null;
      readonly days: number;
    }
  | { readonly code: 'noSuchDay'; readonly day: number }
  | { readonly code: 'noSuchMonth'; readonly month: number }
  | { readonly code: 'endBeforeStart' };

/** A part of a longer stretch of time. */
export type Part =
  | { readonly is: 'day'; readonly day: number }
  | { readonly is: 'firstDay' | 'lastDay' | 'middleDay' }
  | { readonly is: 'early' | 'middle' | 'late' | 'firstHalf' | 'secondHalf' }
  | { readonly is: 'nthDay' | 'nthWeek'; readonly nth: Nth }
  | { readonly is: 'nthWeekday'; readonly nth: Nth; readonly weekday: Weekday };

export type Bound = 'from' | 'after' | 'until' | 'before';

/**
 * What an expression says, before it is known which day is today and whether the sentence looks
 * back or ahead. "10 sierpnia" is the tenth day within a month 8 of an unsaid year.
 */
export type Meaning =
  | {
      readonly is: 'month';
      readonly month: number;
      readonly year: Year | null;
      readonly which: Which;
    }
  | {
      readonly is: 'quarter' | 'season' | 'half';
      readonly number: number;
      readonly year: Year | null;
      readonly which: Which;
    }
  | { readonly is: 'year'; readonly year: number }
  | { readonly is: 'week'; readonly week: number; readonly year: Year | null }
  | { readonly is: 'holiday'; readonly holiday: HolidayName; readonly year: Year | null }
  /**
   * A whole week, month …: `shift` counts from the current one, null is any of them, and 'here' is
   * the one of the day the sentence is at ("od 10 sierpnia do końca miesiąca").
   */
  | {
      readonly is: 'period';
      readonly unit: 'week' | 'weekend' | 'month' | 'quarter' | 'year';
      readonly shift: number | null | 'here';
    }
  | {
      readonly is: 'within';
      readonly part: Part;
      readonly of: Exclude<Meaning, { is: 'between' | 'bounded' | 'onWeekday' }>;
    }
  | { readonly is: 'weekday'; readonly weekday: Weekday; readonly which: Which | 'nearest' }
  | {
      readonly is: 'weekdayOfWeek';
      readonly weekday: Weekday;
      readonly weekShift: number;
    }
  /** `count` units from the day that lies `from` days from today. */
  | {
      readonly is: 'shifted';
      readonly unit: Unit;
      readonly count: number;
      readonly from: number;
    }
  /** "ostatnie 2 tygodnie" (negative) or "następne 3 dni", without today. */
  | { readonly is: 'run'; readonly unit: Unit; readonly count: number }
  /** A day that is also said to be a certain weekday. */
  | { readonly is: 'onWeekday'; readonly weekday: Weekday; readonly day: Meaning }
  | { readonly is: 'between'; readonly from: Meaning; readonly to: Meaning }
  | { readonly is: 'bounded'; readonly bound: Bound; readonly edge: Meaning }
  | { readonly is: 'impossible'; readonly reason: Impossible };

/** True when the expression names one day, false when it names a stretch of days. */
export function isOneDay(meaning: Meaning): boolean {
  switch (meaning.is) {
    case 'weekday':
    case 'weekdayOfWeek':
    case 'shifted':
    case 'holiday':
    case 'onWeekday':
      return true;
    case 'within':
      return ['day', 'firstDay', 'lastDay', 'middleDay', 'nthDay', 'nthWeekday'].includes(
        meaning.part.is,
      );
    case 'month':
    case 'quarter':
    case 'season':
    case 'half':
    case 'year':
    case 'week':
    case 'period':
    case 'run':
    case 'between':
    case 'bounded':
    case 'impossible':
      return false;
  }
}

/** A day of a month of the year, as in "10 sierpnia" and "10.08.2026". */
export function dayOfMonth(day: number, month: number, year: Year | null): Meaning {
  if (month < 1 || month > 12) return impossible({ code: 'noSuchMonth', month });
  const of: Meaning = { is: 'month', month, year, which: 'plain' };
  return { is: 'within', part: { is: 'day', day }, of };
}

/** A day of the current, last or next month, or of a month that is not said ("dziesiątego"). */
export function dayOfSomeMonth(day: number, shift: number | null): Meaning {
  return { is: 'within', part: { is: 'day', day }, of: { is: 'period', unit: 'month', shift } };
}

export function impossible(reason: Impossible): Meaning {
  return { is: 'impossible', reason };
}
