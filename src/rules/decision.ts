import type { CalendarDay, Month } from './calendar.ts';
import type { AccountFactName } from './facts.ts';

/** Why a reader gets no code now. The ids and their order are those of the regulation's FAQ, question 9. */
export type Reason =
  | { readonly id: 'unpaid_fine'; /** in grosze */ readonly amount: number }
  | { readonly id: 'no_loan_this_year'; readonly year: number }
  | {
      readonly id: 'data_not_confirmed';
      readonly year: number;
      readonly confirmedOn: CalendarDay | null;
    }
  | { readonly id: 'overdue_items'; readonly count: number }
  | { readonly id: 'previous_code_not_activated'; readonly month: Month }
  | {
      readonly id: 'pool_empty';
      readonly month: Month;
      /** the next month's release */ readonly nextRelease: Date;
    }
  | { readonly id: 'not_open_yet'; readonly opensAt: Date }
  | { readonly id: 'already_claimed'; readonly month: Month };

export type ReasonId = Reason['id'];

/**
 * `refused` names every reason that holds, in order, and beside them the facts nobody could tell.
 * `cannotTell`: no known fact fails, but some that must be known are not.
 */
export type Decision =
  | { readonly verdict: 'eligible' }
  | {
      readonly verdict: 'refused';
      readonly reasons: readonly [Reason, ...Reason[]];
      readonly unknown: readonly AccountFactName[];
    }
  | {
      readonly verdict: 'cannotTell';
      readonly unknown: readonly [AccountFactName, ...AccountFactName[]];
    };
