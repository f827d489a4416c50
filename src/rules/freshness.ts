import type { AccountFacts } from './facts.ts';
import type { Policy } from './policy.ts';

/**
 * Whether a code may be issued on these facts. When not, read them again and decide on what comes: a
 * source that answers from a snapshot is never younger. A fact nobody could tell has no age; `decide`
 * deals with it. A fact from the future is no fresher than one from the past.
 */
export function areFresh(
  account: AccountFacts,
  policy: Pick<Policy, 'maximumFactAge'>,
  now: Date,
): boolean {
  return Object.values(account).every(
    (fact) =>
      !fact.known || Math.abs(now.getTime() - fact.asOf.getTime()) <= policy.maximumFactAge * 1000,
  );
}
