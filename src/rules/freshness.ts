import type { Fact } from './fact.ts';
import type { AccountFacts } from './facts.ts';
import type { Policy } from './policy.ts';

/** When facts were asked for, and when something is to be decided on them. */
export type Reading = { readonly readAt: Date; readonly now: Date };

/**
 * Whether facts became too old to issue a code on since they were read, because something was waited
 * for. Then they are read again. A fact that was old when it was read came from a snapshot: reading it
 * again makes it no younger. A fact nobody could tell has no age; `decide` deals with it.
 */
export function haveAged(
  account: AccountFacts,
  { maximumFactAge }: Pick<Policy, 'maximumFactAge'>,
  { readAt, now }: Reading,
): boolean {
  const isOldAt = (moment: Date, fact: Fact<unknown>): boolean =>
    fact.known && moment.getTime() - fact.asOf.getTime() > maximumFactAge * 1000;
  return Object.values(account).some((fact) => isOldAt(now, fact) && !isOldAt(readAt, fact));
}
