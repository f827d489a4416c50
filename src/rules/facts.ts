import type { CalendarDay, Month } from './calendar.ts';
import type { Fact } from './fact.ts';

/** The four facts that only the library's own system knows about a card. */
export type AccountFacts = {
  /** What the reader owes, in grosze; negative when overpaid. */
  readonly balance: Fact<number>;
  /** Items borrowed for use outside the library since 1 January of `asOf`; renewals do not count. */
  readonly loansThisYear: Fact<number>;
  /**
   * The same count for the calendar year before. Read only while a policy grants a grace at the start
   * of the year; a system that cannot tell leaves it out.
   */
  readonly loansLastYear?: Fact<number>;
  /** The day on which staff last confirmed the reader's data; `null` when never. */
  readonly dataConfirmedOn: Fact<CalendarDay | null>;
  /** Items past their due date. */
  readonly overdueItems: Fact<number>;
};

/** The facts a condition may need. Last year's loans only ever stand in for this year's. */
export type AccountFactName = Exclude<keyof AccountFacts, 'loansLastYear'>;

/** A code this card claimed in an earlier month. `activated` is `null` when no report told. */
export type PreviousClaim = { readonly month: Month; readonly activated: boolean | null };

/** The codes of one calendar month and the moment they are released. */
export type PoolFacts = {
  readonly month: Month;
  /** Codes loaded for the month. */
  readonly size: number;
  /** Codes not yet claimed. */
  readonly remaining: number;
};

/** Everything `decide` looks at. `account` comes from the library system, the rest from our ledger. */
export type Facts = {
  readonly account: AccountFacts;
  readonly previousClaim: PreviousClaim | null;
  /** True when this card already holds a code of the current month. */
  readonly claimedThisMonth: boolean;
  /** The pool of the current month; `null` when none is loaded. */
  readonly pool: PoolFacts | null;
  /** Until when all codes left are kept for readers who drew them; `null` when they are free. */
  readonly keptForOthersUntil: Date | null;
  /** Release moments set by staff, by month. A month without one follows the policy's day and time. */
  readonly schedule: Schedule;
};

/** Staff's release moments. A month that is absent follows the policy. */
export type Schedule = ReadonlyMap<Month, Date>;
