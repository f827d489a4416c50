import type { CalendarDay } from './calendar.ts';
import type { AccountFactName } from './facts.ts';

/** What to do when a fact cannot be read: hold the claim, or let it pass. */
export type UnknownFactPolicy = 'hold' | 'accept';

/** Who gets a code when more readers want one than there are. */
export type OpeningPolicy =
  /** Whoever asks first after the release. */
  | { readonly order: 'firstCome' }
  /** Readers who waited before the release get their places by lot; others come after them. */
  | {
      readonly order: 'draw';
      /** How long before the release readers join, in minutes. */
      readonly waitingMinutes: number;
      /** How long after it a code is kept for who drew it, in minutes; then whoever asks first. */
      readonly keptMinutes: number;
    };

/**
 * The regulation as data, one dated file in `manifest/policy/`. The numbers in the comments are the
 * rows of the ambiguity table they answer.
 */
export type Policy = {
  /** First day on which this policy applies. */
  readonly validFrom: CalendarDay;
  /** Codes a month has when it is fully loaded. FAQ question 2. */
  readonly poolSize: number;
  /**
   * When a month without a schedule row is released. FAQ question 3; 5, 6, 7. A day the month does
   * not have means its last day; a weekend or holiday moves nothing.
   */
  readonly release: { readonly day: number; /** `HH:MM` in the library */ readonly time: string };
  /** The order of readers at the release; 25. */
  readonly opening: OpeningPolicy;
  /** Devices that may read with one code at the same time. FAQ question 8. */
  readonly devices: number;
  /** Days of reading from the moment of activation. FAQ question 7; 3. */
  readonly accessDays: number;
  /** Last day of the library's contract, which cuts every access short; 4. */
  readonly contractEnd: CalendarDay | null;
  /** The largest debt, in grosze, that still passes; 15. */
  readonly toleratedDebt: number;
  /** Loans this year that are needed; 0 asks for none. FAQ question 9. */
  readonly loansNeeded: number;
  /**
   * Until this day of the year (`MM-DD`, inclusive) last year's loans or confirmation still count;
   * `null` when the new year counts from its first day; 12.
   */
  readonly graceUntil: string | null;
  /** How many months back a code that was not activated refuses a new one; 0 is never; 8, 9. */
  readonly penaltyMonths: number;
  /** What an unknown activation of the previous code means; 10. */
  readonly unknownActivation: UnknownFactPolicy;
  readonly unknownFacts: Readonly<Record<AccountFactName, UnknownFactPolicy>>;
  /** The oldest account facts, in seconds, on which a code is issued; 21. */
  readonly maximumFactAge: number;
};

/** Policies by their `validFrom`, so that a decision always uses the one in force that day. */
export type PolicyHistory = readonly [Policy, ...Policy[]];
