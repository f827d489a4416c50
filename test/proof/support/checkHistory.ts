import type { Call, History, Sight } from './history.ts';

/** The invariants of scarce codes. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8';

export type Violation = { readonly invariant: Invariant; readonly what: string };

/**
 * Everything in a history that must not be. Each check is linear in the calls: the ledger is a register
 * for each card and a counter for each month, so no search for an order is needed.
 */
export function checkHistory(history: History): readonly Violation[] {
  const months = new Set([...history.loads, ...history.sights].map(({ month }) => month));
  return [...months].flatMap((month) => [
    ...oneOwnerACode(history, month),
    ...oneCodeAnOwner(history, month),
    ...nothingAcknowledgedIsLost(history, month),
    ...sameCodeAgain(history, month),
    ...emptyOnlyWhenEmpty(history, month),
    ...nothingAppearsOrVanishes(history, month),
    ...auditReplays(history, month),
    ...noCodeOfOthers(history, month),
  ]);
}

type Holding = { readonly card: string; readonly code: string };

/** What callers were told, in the order of the answers. */
function told({ calls }: History, month: string): readonly (Holding & { readonly call: Call })[] {
  return calls
    .filter((call) => call.month === month)
    .sort((one, other) => one.ended - other.ended)
    .flatMap((call) =>
      'code' in call.answer ? [{ card: call.card, code: call.answer.code, call }] : [],
    );
}

function sightsOf({ sights }: History, month: string): readonly Sight[] {
  return sights.filter((sight) => sight.month === month);
}

function holdings(history: History, month: string): readonly Holding[] {
  return [...told(history, month), ...sightsOf(history, month).flatMap(({ claims }) => claims)];
}

/** I1: a code has at most one account. */
function oneOwnerACode(history: History, month: string): readonly Violation[] {
  return second(holdings(history, month), 'code', 'card').map((code) => ({
    invariant: 'I1',
    what: `${code} has two owners`,
  }));
}

/** I2: an account has at most one code a month. */
function oneCodeAnOwner(history: History, month: string): readonly Violation[] {
  return second(holdings(history, month), 'card', 'code').map((card) => ({
    invariant: 'I2',
    what: `${card} has two codes of ${month}`,
  }));
}

/** Values of `key` that occur with more than one value of `other`. */
function second(
  list: readonly Holding[],
  key: keyof Holding,
  other: keyof Holding,
): readonly string[] {
  const seen = new Map<string, string>();
  return list.flatMap((one) => {
    const before = seen.get(one[key]) ?? one[other];
    seen.set(one[key], before);
    return before === one[other] ? [] : [one[key]];
  });
}

/** I3: what was acknowledged before a look at the ledger is there. */
function nothingAcknowledgedIsLost(history: History, month: string): readonly Violation[] {
  const acknowledged = told(history, month);
  return sightsOf(history, month).flatMap(({ at, claims }) => {
    const there = new Set(claims.map(({ card, code }) => `${card} ${code}`));
    return acknowledged
      .filter(({ card, code, call }) => call.ended < at && !there.has(`${card} ${code}`))
      .map(({ card }): Violation => ({ invariant: 'I3', what: `${card}'s code is lost at ${at}` }));
  });
}

/**
 * I4: whoever was told a code hears it again, and is given it once. Of two questions at the same time,
 * the answer "you have it already" may overtake the giving itself.
 */
function sameCodeAgain(history: History, month: string): readonly Violation[] {
  const first = new Map<string, { readonly code: string; readonly ended: number }>();
  const given = new Set<string>();
  const calls = history.calls
    .filter((call) => call.month === month)
    .sort((one, other) => one.ended - other.ended);
  const violations: Violation[] = [];
  for (const { card, answer, began, ended } of calls) {
    if (!('code' in answer)) continue;
    const before = first.get(card) ?? { code: answer.code, ended };
    first.set(card, before);
    const isNew = answer.outcome === 'issued';
    if (before.code !== answer.code || (isNew && (given.has(card) || began > before.ended))) {
      violations.push({ invariant: 'I4', what: `${card} was given a code anew` });
    }
    if (isNew) given.add(card);
  }
  for (const { card, answer, began } of calls) {
    const before = first.get(card);
    if (answer.outcome === 'poolEmpty' && before && before.ended < began) {
      violations.push({ invariant: 'I4', what: `${card} has a code and heard that none is left` });
    }
  }
  return violations;
}

/**
 * I5: "none is left" only if all codes could have been allotted at some moment between question and
 * answer: at least those loaded for certain before it, by claims that began before its end.
 */
function emptyOnlyWhenEmpty(history: History, month: string): readonly Violation[] {
  const owners = new Set((sightsOf(history, month).at(-1)?.claims ?? []).map(({ card }) => card));
  const firstAsked = new Map<string, number>();
  for (const { card, month: of, began } of history.calls) {
    if (of !== month || !owners.has(card)) continue;
    firstAsked.set(card, Math.min(began, firstAsked.get(card) ?? Infinity));
  }
  const allotments = [...firstAsked.values()].sort((one, other) => one - other);
  return history.calls
    .filter((call) => call.month === month && call.answer.outcome === 'poolEmpty')
    .filter(({ began, ended }) => {
      const loaded = history.loads
        .filter((load) => load.month === month && load.ended < began)
        .reduce((sum, { codes }) => sum + codes.length, 0);
      return countBelow(allotments, ended) < loaded;
    })
    .map(({ card }) => ({ invariant: 'I5', what: `${card} was refused while codes were left` }));
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** I6: allotted + free = loaded, and every allotted code was loaded. */
function nothingAppearsOrVanishes(history: History, month: string): readonly Violation[] {
  const loads = history.loads.filter((load) => load.month === month);
  const known = new Set(loads.flatMap(({ codes }) => codes));
  const certain = (at: number): number =>
    loads.filter(({ ended }) => ended < at).reduce((sum, { codes }) => sum + codes.length, 0);
  return sightsOf(history, month).flatMap(({ at, claims, loaded, left }) => {
    const strange = claims.filter(({ code }) => !known.has(code)).length;
    const isBalanced = claims.length + left === loaded && left >= 0 && loaded >= certain(at);
    if (isBalanced && strange === 0) return [];
    const what = `${claims.length} given + ${left} left of ${loaded}, ${strange} never loaded`;
    return [{ invariant: 'I6', what } as const];
  });
}

/** I7: the audit replays to the same ledger. */
function auditReplays(history: History, month: string): readonly Violation[] {
  return sightsOf(history, month)
    .filter(({ auditDifferences }) => auditDifferences > 0)
    .map(({ at }) => ({ invariant: 'I7', what: `the audit differs at ${at}` }));
}

/** I8: nobody hears a code that is another's in the end. */
function noCodeOfOthers(history: History, month: string): readonly Violation[] {
  const end = sightsOf(history, month).at(-1);
  const ownerOf = new Map((end?.claims ?? []).map(({ card, code }) => [code, card]));
  return told(history, month)
    .filter(({ card, code }) => (ownerOf.get(code) ?? card) !== card)
    .map(({ card }) => ({ invariant: 'I8', what: `${card} heard a code of somebody else` }));
}
