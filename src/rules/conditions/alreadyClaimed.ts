import { monthOf } from '../calendar.ts';
import { fails, passes, type Finding } from '../condition.ts';
import type { Facts } from '../facts.ts';
import type { Policy } from '../policy.ts';

/** One code for a card in a calendar month. */
export function alreadyClaimed(
  { claimedThisMonth }: Facts,
  _policy: Policy,
  now: Date,
): Finding<'already_claimed'> {
  return claimedThisMonth ? fails({ id: 'already_claimed', month: monthOf(now) }) : passes;
}
