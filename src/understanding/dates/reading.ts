import type { IsoDay } from './isoDay.ts';
import type { Impossible, Weekday } from './meaning/meaning.ts';

/** Another way to understand the words, worth asking back about. */
export type Ambiguity = {
  /**
   * nextWeekday: "przyszły piątek" said from Monday to Thursday may be this week's. pastOrFuture:
   * nothing tells whether the last or the next such day is meant, and both are about as near.
   */
  readonly code: 'nextWeekday' | 'pastOrFuture';
  readonly otherStart: IsoDay | null;
  readonly otherEndExclusive: IsoDay | null;
};

/** The weekday named beside a date is not the date's. The date wins. 1 is Monday. */
export type WeekdayConflict = { readonly said: Weekday; readonly is: Weekday };

type Found = {
  /** The words, as they stand in the message. */
  readonly text: string;
  /** Where they start in the message, in UTF-16 code units. */
  readonly offset: number;
};

type Understood = Found & {
  readonly ambiguity: Ambiguity | null;
  readonly weekdayConflict: WeekdayConflict | null;
};

/** A date expression of a message, as calendar days. `endExclusive` is the first day after it. */
export type DateReading =
  | (Understood & {
      readonly kind: 'date';
      readonly start: IsoDay;
      readonly endExclusive: IsoDay;
    })
  /** "od piątku" has no end, "do piątku" no start. */
  | (Understood & {
      readonly kind: 'range';
      readonly start: IsoDay | null;
      readonly endExclusive: IsoDay | null;
    })
  /** A day that is not in the calendar: the reader is asked, no neighbouring day is taken. */
  | (Found & {
      readonly kind: 'invalid';
      readonly start: null;
      readonly endExclusive: null;
      readonly reason: Impossible;
    });
