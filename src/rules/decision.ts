import type { CalendarDay, Month } from './calendar.ts';
import type { AccountFactName } from './facts.ts';

/**
 * Why a reader gets no code now, with the figures a sentence about it needs. The first six are those
 * of FAQ question 9, in its order.
 */
export type Reason =
  | { readonly id: 'unpaid_fine'; /** in grosze */ readonly amount: number }
  | {
      readonly id: 'no_loan_this_year';
      readonly year: number;
      readonly loans: number;
      readonly needed: number;
    }
  | {
      readonly id: 'data_not_confirmed';
      readonly year: number;
      /** The last confirmation, in an earlier year; `null` when there never was one. */
      readonly confirmedOn: CalendarDay | null;
    }
  | { readonly id: 'overdue_items'; readonly count: number }
  | {
      readonly id: 'previous_code_not_activated';
      readonly month: Month;
      /** The release of the first month in which that code no longer counts. */
      readonly claimableFrom: Date;
    }
  | {
      readonly id: 'pool_empty';
      readonly month: Month;
      /** The release of a later month. */
      readonly nextRelease: Date;
    }
  | {
      readonly id: 'not_open_yet';
      /** The month whose codes will be released then. */
      readonly month: Month;
      readonly opensAt: Date;
    }
  | {
      readonly id: 'kept_for_others';
      /** When codes that nobody fetched are free for all. */
      readonly until: Date;
    }
  | { readonly id: 'already_claimed'; readonly month: Month };

export type ReasonId = Reason['id'];

/** What a decision can lack: a fact of the account, or whether the previous code was activated. */
export type FactName = AccountFactName | 'previousActivation';

/**
 * `eligible`: nothing stands in the way. `accepted` names facts nobody could tell and the policy lets
 * pass all the same; staff should look at them.
 * `refused` names every reason that holds, in order, and beside them the facts nobody could tell:
 * `unknown` that would hold the code, `accepted` that would not.
 * `cannotTell`: no known fact fails, but some that must be known are not.
 */
export type Decision =
  | { readonly verdict: 'eligible'; readonly accepted: readonly FactName[] }
  | {
      readonly verdict: 'refused';
      readonly reasons: readonly [Reason, ...Reason[]];
      readonly unknown: readonly FactName[];
      readonly accepted: readonly FactName[];
    }
  | {
      readonly verdict: 'cannotTell';
      readonly unknown: readonly [FactName, ...FactName[]];
    };
