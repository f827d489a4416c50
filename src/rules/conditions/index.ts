import type { Condition } from '../condition.ts';
import type { ReasonId } from '../decision.ts';
import { alreadyClaimed } from './alreadyClaimed.ts';
import { dataNotConfirmed } from './dataNotConfirmed.ts';
import { keptForOthers } from './keptForOthers.ts';
import { noLoanThisYear } from './noLoanThisYear.ts';
import { notOpenYet } from './notOpenYet.ts';
import { overdueItems } from './overdueItems.ts';
import { poolEmpty } from './poolEmpty.ts';
import { previousCodeNotActivated } from './previousCodeNotActivated.ts';
import { unpaidFine } from './unpaidFine.ts';

/** Every condition, in the order in which a reader is told. A reason id without one is a type error. */
const conditionByReason: { readonly [Id in ReasonId]: Condition<Id> } = {
  unpaid_fine: unpaidFine,
  no_loan_this_year: noLoanThisYear,
  data_not_confirmed: dataNotConfirmed,
  overdue_items: overdueItems,
  previous_code_not_activated: previousCodeNotActivated,
  pool_empty: poolEmpty,
  not_open_yet: notOpenYet,
  kept_for_others: keptForOthers,
  already_claimed: alreadyClaimed,
};

export const conditions = Object.values(conditionByReason);
