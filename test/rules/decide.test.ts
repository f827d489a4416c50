import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  decide,
  month,
  unknownFact,
  type CalendarDay,
} from '../../src/rules/index.ts';
import {
  account,
  accountFactNames,
  factsOf,
  policyOf,
  releaseDay,
  summaryOf,
  told,
  warsaw,
} from './exampleReader.ts';

const everyPersonalReason = {
  account: account({
    balance: told(1250),
    loansThisYear: told(0),
    dataConfirmedOn: told<CalendarDay | null>(calendarDay('2025-05-05')),
    overdueItems: told(2),
  }),
  previousClaim: { month: month('2026-11'), activated: false },
};
const personal =
  'unpaid_fine no_loan_this_year data_not_confirmed overdue_items previous_code_not_activated';
const dayBefore = warsaw('2026-12-09 12:00');

describe('a refusal', () => {
  it('names every reason that holds, in the order of the regulation', () => {
    const facts = factsOf({ ...everyPersonalReason, pool: null });
    expect(summaryOf(facts)).toBe(`${personal} pool_empty`);
  });

  it('before the release names the personal reasons and that it is early, never an empty pool', () => {
    const facts = factsOf({ ...everyPersonalReason, pool: null });
    expect(summaryOf(facts, policyOf(), dayBefore)).toBe(`${personal} not_open_yet`);
  });

  it('names what is unknown beside a reason that is known', () => {
    const facts = factsOf({ account: account({ balance: unknownFact, overdueItems: told(1) }) });
    expect(summaryOf(facts)).toBe('overdue_items ?balance');
  });

  it('is a preview before the release, with the unknown facts beside it', () => {
    const facts = factsOf({ account: account({ loansThisYear: unknownFact }) });
    expect(summaryOf(facts, policyOf(), dayBefore)).toBe('not_open_yet ?loansThisYear');
  });

  it('to a reader who holds this month’s code says nothing else, whatever else holds', () => {
    const claimed = { claimedThisMonth: true };
    expect(summaryOf(factsOf({ ...everyPersonalReason, ...claimed, pool: null }))).toBe(
      'already_claimed',
    );
    expect(summaryOf(factsOf({ ...everyPersonalReason, ...claimed }), policyOf(), dayBefore)).toBe(
      'already_claimed',
    );
    const unread = factsOf({ ...claimed, account: account({ balance: unknownFact }) });
    expect(summaryOf(unread)).toBe('already_claimed');
  });
});

describe('an unknown fact', () => {
  it.each(accountFactNames)('%s holds the claim and refuses nobody', (name) => {
    const facts = factsOf({ account: { ...account(), [name]: unknownFact } });
    expect(decide(facts, policyOf(), releaseDay)).toEqual({
      verdict: 'cannotTell',
      unknown: [name],
    });
  });

  it.each(accountFactNames)('%s passes where the policy accepts it, and staff are told', (name) => {
    const facts = factsOf({ account: { ...account(), [name]: unknownFact } });
    const { unknownFacts } = policyOf();
    const policy = policyOf({ unknownFacts: { ...unknownFacts, [name]: 'accept' } });
    expect(decide(facts, policy, releaseDay)).toEqual({ verdict: 'eligible', accepted: [name] });
  });

  it('that is accepted does not let another one pass', () => {
    const facts = factsOf({
      account: account({ balance: unknownFact, overdueItems: unknownFact }),
    });
    const { unknownFacts } = policyOf();
    const policy = policyOf({ unknownFacts: { ...unknownFacts, balance: 'accept' } });
    expect(summaryOf(facts, policy)).toBe('?overdueItems');
  });

  it('is one of all that are named, when the library system does not answer at all', () => {
    const facts = factsOf({
      account: {
        balance: unknownFact,
        loansThisYear: unknownFact,
        dataConfirmedOn: unknownFact,
        overdueItems: unknownFact,
      },
    });
    expect(summaryOf(facts)).toBe('?balance ?loansThisYear ?dataConfirmedOn ?overdueItems');
  });

  it.each(['balance', 'loansThisYear', 'overdueItems'] as const)(
    '%s is also a figure that is no number',
    (name) => {
      for (const figure of [Number.NaN, Infinity, -Infinity]) {
        const facts = factsOf({ account: { ...account(), [name]: told(figure) } });
        expect(summaryOf(facts)).toBe(`?${name}`);
      }
    },
  );
});

describe('an unknown activation', () => {
  const unreported = factsOf({ previousClaim: { month: month('2026-11'), activated: null } });

  it('passes and is told to staff', () => {
    expect(summaryOf(unreported)).toBe('eligible ~previousActivation');
  });

  it('holds the claim where the policy says so, and refuses nobody', () => {
    const policy = policyOf({ unknownActivation: 'hold' });
    expect(summaryOf(unreported, policy)).toBe('?previousActivation');
  });

  it('does not matter when that month counts no more', () => {
    const older = factsOf({ previousClaim: { month: month('2026-10'), activated: null } });
    expect(summaryOf(older, policyOf({ unknownActivation: 'hold' }))).toBe('eligible');
  });
});
