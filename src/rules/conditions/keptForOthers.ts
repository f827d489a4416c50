import { fails, passes, type Finding } from '../condition.ts';
import type { Facts } from '../facts.ts';
import type { Policy } from '../policy.ts';

/** After a draw, the codes left are kept for a while for the readers who drew them. */
export function keptForOthers(
  { keptForOthersUntil: until }: Facts,
  _policy: Policy,
  now: Date,
): Finding<'kept_for_others'> {
  return until !== null && now < until ? fails({ id: 'kept_for_others', until }) : passes;
}
