import type { ReasonId } from './decision.ts';

/** True for a reason that readers can settle while there are codes; any other passes by itself. */
export function canBeSettled(reason: ReasonId): boolean {
  switch (reason) {
    case 'unpaid_fine':
    case 'no_loan_this_year':
    case 'data_not_confirmed':
    case 'overdue_items':
      return true;
    case 'previous_code_not_activated':
    case 'pool_empty':
    case 'not_open_yet':
    case 'kept_for_others':
    case 'already_claimed':
      return false;
  }
}
