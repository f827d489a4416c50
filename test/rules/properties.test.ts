import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  decide,
  isReleased,
  knownFact,
  monthOf,
  unknownFact,
  type Decision,
  type Facts,
  type Policy,
} from '../../src/rules/index.ts';
import { anyQuestion, holdingPolicy } from './arbitraries.ts';
import { accountFactNames } from './exampleReader.ts';

const order = [
  'unpaid_fine',
  'no_loan_this_year',
  'data_not_confirmed',
  'overdue_items',
  'previous_code_not_activated',
  'pool_empty',
  'not_open_yet',
  'kept_for_others',
  'already_claimed',
];

function reasonsOf(decision: Decision): readonly string[] {
  return decision.verdict === 'refused' ? decision.reasons.map(({ id }) => id) : [];
}

/** Each takes facts and makes one condition fail for certain. */
const worsenings: Readonly<Record<string, (facts: Facts, policy: Policy, now: Date) => Facts>> = {
  unpaid_fine: (facts, { toleratedDebt }, now) => ({
    ...facts,
    account: { ...facts.account, balance: knownFact(toleratedDebt + 1, 'test', now) },
  }),
  no_loan_this_year: (facts, _policy, now) => ({
    ...facts,
    account: {
      ...facts.account,
      loansThisYear: knownFact(0, 'test', now),
      loansLastYear: knownFact(0, 'test', now),
    },
  }),
  data_not_confirmed: (facts, _policy, now) => ({
    ...facts,
    account: { ...facts.account, dataConfirmedOn: knownFact(null, 'test', now) },
  }),
  overdue_items: (facts, _policy, now) => ({
    ...facts,
    account: { ...facts.account, overdueItems: knownFact(1, 'test', now) },
  }),
  previous_code_not_activated: (facts, _policy, now) => ({
    ...facts,
    previousClaim: { month: addMonths(monthOf(now), -1), activated: false },
  }),
  pool_empty: (facts) => ({ ...facts, pool: null }),
  kept_for_others: (facts, _policy, now) => ({
    ...facts,
    keptForOthersUntil: new Date(now.getTime() + 1),
  }),
  already_claimed: (facts) => ({ ...facts, claimedThisMonth: true }),
};

const asksEverything = holdingPolicy.map((policy) => ({
  ...policy,
  penaltyMonths: Math.max(1, policy.penaltyMonths),
}));

describe('whatever the facts, the policy and the moment', () => {
  it('there is a decision, and it keeps its promises', () => {
    fc.assert(
      fc.property(anyQuestion(), ({ facts, policy, now }) => {
        const decision = decide(facts, policy, now);
        const reasons = reasonsOf(decision);
        expect(reasons).toEqual(order.filter((id) => reasons.includes(id)));
        expect(reasons.includes('already_claimed')).toBe(facts.claimedThisMonth);

        if (facts.claimedThisMonth) {
          expect(decision).toMatchObject({ reasons: [{ id: 'already_claimed' }], unknown: [] });
        } else {
          const open = isReleased(now, facts.schedule, policy);
          expect(reasons.includes('not_open_yet')).toBe(!open);
          if (!open) expect(reasons).not.toContain('pool_empty');
        }
        if (decision.verdict === 'eligible') {
          expect(facts.pool?.month).toBe(monthOf(now));
          expect(facts.pool?.remaining).toBeGreaterThan(0);
        }
        if (decision.verdict === 'cannotTell') expect(decision.unknown).not.toHaveLength(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('the decision is the same when asked again, and the facts are as they were', () => {
    fc.assert(
      fc.property(anyQuestion(), ({ facts, policy, now }) => {
        const before = structuredClone(facts);
        const decision = decide(facts, policy, now);
        expect(facts).toEqual(before);
        expect(decide(structuredClone(facts), policy, new Date(now))).toEqual(decision);
      }),
    );
  });
});

describe('a failing fact', () => {
  it.each(Object.keys(worsenings))('%s refuses, whoever was asking', (id) => {
    fc.assert(
      fc.property(anyQuestion(asksEverything), ({ facts, policy, now }) => {
        const worse = decide(worsenings[id]!(facts, policy, now), policy, now);
        expect(worse.verdict).toBe('refused');
        const isExpected =
          reasonsOf(worse).includes(id) ||
          reasonsOf(worse).includes('already_claimed') ||
          (id === 'pool_empty' && reasonsOf(worse).includes('not_open_yet'));
        expect(isExpected).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.keys(worsenings).filter((id) => id !== 'already_claimed'))(
    '%s takes no other reason away',
    (id) => {
      fc.assert(
        fc.property(anyQuestion(asksEverything), ({ facts, policy, now }) => {
          const before = reasonsOf(decide(facts, policy, now));
          const after = reasonsOf(decide(worsenings[id]!(facts, policy, now), policy, now));
          expect(after).toEqual(expect.arrayContaining([...before]));
        }),
        { numRuns: 300 },
      );
    },
  );
});

describe('where the policy holds what is unknown', () => {
  const forgotten = fc.subarray([...accountFactNames], { minLength: 1 });

  function without(facts: Facts, names: readonly string[]): Facts {
    const unknown = Object.fromEntries(names.map((name) => [name, unknownFact]));
    return { ...facts, account: { ...facts.account, ...unknown } };
  }

  it('an unknown fact never makes a reader eligible', () => {
    fc.assert(
      fc.property(anyQuestion(holdingPolicy), forgotten, ({ facts, policy, now }, names) => {
        // Within a grace, last year's loans may tell what this year's would have.
        const account = { ...facts.account, loansLastYear: unknownFact };
        const decision = decide(without({ ...facts, account }, names), policy, now);
        expect(decision.verdict).not.toBe('eligible');
        if (decision.verdict === 'cannotTell') {
          expect(decision.unknown).toEqual(expect.arrayContaining(names));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('an unknown fact never adds a reason', () => {
    fc.assert(
      fc.property(anyQuestion(holdingPolicy), forgotten, ({ facts, policy, now }, names) => {
        const before = reasonsOf(decide(facts, policy, now));
        const after = reasonsOf(decide(without(facts, names), policy, now));
        expect(before).toEqual(expect.arrayContaining([...after]));
      }),
      { numRuns: 500 },
    );
  });

  it('forgetting a fact never turns a refusal into a code', () => {
    fc.assert(
      fc.property(anyQuestion(holdingPolicy), forgotten, ({ facts, policy, now }, names) => {
        const before = decide(facts, policy, now);
        const after = decide(without(facts, names), policy, now);
        if (before.verdict === 'refused') expect(after.verdict).not.toBe('eligible');
        if (before.verdict === 'eligible') expect(after.verdict).not.toBe('refused');
      }),
      { numRuns: 500 },
    );
  });

  it('forgetting whether the previous code was activated never does either', () => {
    fc.assert(
      fc.property(anyQuestion(holdingPolicy), ({ facts, policy, now }) => {
        fc.pre(facts.previousClaim !== null);
        const before = decide(facts, policy, now);
        const previousClaim = facts.previousClaim && { ...facts.previousClaim, activated: null };
        const after = decide({ ...facts, previousClaim }, policy, now);
        if (before.verdict === 'refused') expect(after.verdict).not.toBe('eligible');
        if (before.verdict === 'eligible') expect(after.verdict).not.toBe('refused');
      }),
      { numRuns: 300 },
    );
  });
});
