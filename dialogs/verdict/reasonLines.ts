import { formatDay, formatMoment, formatMoney, formatMonth } from '../../src/text/index.ts';
import type { FactName, Reason } from '../../src/rules/index.ts';
import type { Services } from '../services.ts';

/** One line for each reason: the figure, and what the reader can do about it. */
export function reasonLines(reasons: readonly Reason[], services: Services): string {
  return reasons.map((reason) => `• ${sayReason(reason, services)}`).join('\n');
}

/** One line for each fact that could not be read: what it is, and where to ask. */
export function unknownLines(facts: readonly FactName[], { texts }: Services): string {
  return facts.map((fact) => `• ${texts.say(`refusal.unknown.${fact}`)}`).join('\n');
}

/** What could not be told and is let pass all the same: said, so that a later refusal surprises nobody. */
export function acceptedBeside(accepted: readonly FactName[], services: Services): string {
  if (accepted.length === 0) return '';
  const facts = unknownLines(accepted, services);
  return `\n\n${services.texts.say('checkEligibility.acceptedBeside', { facts })}`;
}

function sayReason(reason: Reason, { texts: { say } }: Services): string {
  switch (reason.id) {
    case 'unpaid_fine':
      return say('refusal.unpaid_fine', { amount: formatMoney(reason.amount) });
    case 'no_loan_this_year':
      return say('refusal.no_loan_this_year', { year: String(reason.year), needed: reason.needed });
    case 'data_not_confirmed':
      return reason.confirmedOn
        ? say('refusal.data_not_confirmed.before', {
            year: String(reason.year),
            day: formatDay(reason.confirmedOn),
          })
        : say('refusal.data_not_confirmed.never', { year: String(reason.year) });
    case 'overdue_items':
      return say('refusal.overdue_items', { count: reason.count });
    case 'previous_code_not_activated':
      return say('refusal.previous_code_not_activated', {
        month: formatMonth(reason.month),
        claimableFrom: formatMoment(reason.claimableFrom),
      });
    case 'pool_empty':
      return say('refusal.pool_empty', {
        month: formatMonth(reason.month),
        nextRelease: formatMoment(reason.nextRelease),
      });
    case 'not_open_yet':
      return say('refusal.not_open_yet', {
        month: formatMonth(reason.month),
        opensAt: formatMoment(reason.opensAt),
      });
    case 'kept_for_others':
      return say('refusal.kept_for_others', { until: formatMoment(reason.until) });
    case 'already_claimed':
      return say('refusal.already_claimed', { month: formatMonth(reason.month) });
  }
}
