import type { DayNumber } from '../isoDay.ts';

/** A stretch of days: `start` is its first day, `end` the first day after it. */
export type Span = { readonly start: DayNumber; readonly end: DayNumber };

/** A span that may lack one end, as in "do piątku". */
export type OpenSpan = { readonly start: DayNumber | null; readonly end: DayNumber | null };

export function oneDay(start: DayNumber): Span {
  return { start, end: start + 1 };
}

/** Days between the span and `day`: 0 when the span contains it. */
export function distance(span: Span, day: DayNumber): number {
  return Math.max(0, span.start - day, day - (span.end - 1));
}
