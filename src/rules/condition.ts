import type { FactName, Reason, ReasonId } from './decision.ts';
import type { Facts } from './facts.ts';
import type { Policy } from './policy.ts';

/** What one condition makes of the facts: three-valued, because a fact may be unknown. */
export type Finding<Id extends ReasonId> =
  | { readonly outcome: 'passes' }
  | { readonly outcome: 'fails'; readonly reason: Extract<Reason, { readonly id: Id }> }
  | { readonly outcome: 'unknown'; readonly fact: FactName };

/** One condition of the regulation. It knows nothing of the others. */
export type Condition<Id extends ReasonId> = (
  facts: Facts,
  policy: Policy,
  now: Date,
) => Finding<Id>;

export const passes = { outcome: 'passes' } as const;

export function fails<Because extends Reason>(reason: Because) {
  return { outcome: 'fails', reason } as const;
}

export function dependsOn(fact: FactName) {
  return { outcome: 'unknown', fact } as const;
}
