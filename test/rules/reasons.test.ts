import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  decide,
  month,
  type CalendarDay,
  type Facts,
  type Policy,
  type PreviousClaim,
  type Reason,
} from '../../src/rules/index.ts';
import {
  account,
  asOf,
  factsOf,
  policyOf,
  releaseDay,
  scheduleOf,
  summaryOf,
  told,
  warsaw,
} from './exampleReader.ts';

const december = month('2026-12');

function onlyReason(facts: Facts, policy: Policy = policyOf(), now: Date = releaseDay): Reason {
  const decision = decide(facts, policy, now);
  if (decision.verdict !== 'refused') throw new Error(`not refused but ${decision.verdict}`);
  expect(decision.reasons).toHaveLength(1);
  return decision.reasons[0];
}

it('a reader with nothing against her is eligible', () => {
  expect(decide(factsOf(), policyOf(), releaseDay)).toEqual({ verdict: 'eligible', accepted: [] });
});

describe('unpaid_fine', () => {
  it.each([
    [-1250, 0, 'eligible'],
    [0, 0, 'eligible'],
    [0.49, 0, 'eligible'],
    [-0.5, 0, 'eligible'],
    [0.5, 0, 'unpaid_fine'],
    [1, 0, 'unpaid_fine'],
    [1250, 0, 'unpaid_fine'],
    [500, 500, 'eligible'],
    [500.4, 500, 'eligible'],
    [501, 500, 'unpaid_fine'],
  ])('with %d grosze owed and %d tolerated: %s', (balance, toleratedDebt, expected) => {
    const facts = factsOf({ account: account({ balance: told(balance) }) });
    expect(summaryOf(facts, policyOf({ toleratedDebt }))).toBe(expected);
  });

  it('tells the amount in whole grosze', () => {
    const facts = factsOf({ account: account({ balance: told(1250.4) }) });
    expect(onlyReason(facts)).toEqual({ id: 'unpaid_fine', amount: 1250 });
  });
});

describe('no_loan_this_year', () => {
  it.each([
    [0, 1, 'no_loan_this_year'],
    [1, 1, 'eligible'],
    [2, 3, 'no_loan_this_year'],
    [3, 3, 'eligible'],
    [0, 0, 'eligible'],
  ])('with %i loans of %i needed: %s', (loans, loansNeeded, expected) => {
    const facts = factsOf({ account: account({ loansThisYear: told(loans) }) });
    expect(summaryOf(facts, policyOf({ loansNeeded }))).toBe(expected);
  });

  it('tells the year, the loans there are and those needed', () => {
    const facts = factsOf({ account: account({ loansThisYear: told(1) }) });
    expect(onlyReason(facts, policyOf({ loansNeeded: 3 }))).toEqual({
      id: 'no_loan_this_year',
      year: 2026,
      loans: 1,
      needed: 3,
    });
  });

  it('asks nothing of a library system that cannot count when no loan is needed', () => {
    const facts = factsOf({ account: account({ loansThisYear: { known: false } }) });
    expect(summaryOf(facts, policyOf({ loansNeeded: 0 }))).toBe('eligible');
  });

  it.each([
    ['last year', '2026-12-31 23:59'],
    ['a year that has not come', '2028-01-01 00:00'],
  ])('a count made in %s says nothing about this year', (_, counted) => {
    const now = warsaw('2027-01-12 10:00');
    const facts = factsOf({
      account: account({
        loansThisYear: told(7, warsaw(counted)),
        dataConfirmedOn: told<CalendarDay | null>(calendarDay('2027-01-05'), now),
      }),
      pool: { month: month('2027-01'), size: 410, remaining: 410 },
    });
    expect(summaryOf(facts, policyOf(), now)).toBe('?loansThisYear');
  });
});

describe('data_not_confirmed', () => {
  it.each([
    ['2025-12-31', 'data_not_confirmed'],
    ['2026-01-01', 'eligible'],
    ['2026-12-10', 'eligible'],
    ['2027-01-01', 'data_not_confirmed'],
    [null, 'data_not_confirmed'],
  ])('confirmed on %s: %s', (day, expected) => {
    const dataConfirmedOn = told(day === null ? null : calendarDay(day));
    expect(summaryOf(factsOf({ account: account({ dataConfirmedOn }) }))).toBe(expected);
  });

  it('tells the year and the last confirmation, if there was one', () => {
    const before = told<CalendarDay | null>(calendarDay('2025-03-01'));
    expect(onlyReason(factsOf({ account: account({ dataConfirmedOn: before }) }))).toEqual({
      id: 'data_not_confirmed',
      year: 2026,
      confirmedOn: '2025-03-01',
    });
    const never = told<CalendarDay | null>(null);
    expect(onlyReason(factsOf({ account: account({ dataConfirmedOn: never }) }))).toEqual({
      id: 'data_not_confirmed',
      year: 2026,
      confirmedOn: null,
    });
  });

  it('what was read before this year began cannot deny a confirmation made since', () => {
    const now = warsaw('2027-01-12 10:00');
    const pool = { month: month('2027-01'), size: 410, remaining: 410 };
    const readAt = (at: string) =>
      factsOf({
        pool,
        account: {
          ...asOf(now, account()),
          dataConfirmedOn: told<CalendarDay | null>(calendarDay('2026-02-14'), warsaw(at)),
        },
      });
    expect(summaryOf(readAt('2026-12-31 23:59'), policyOf(), now)).toBe('?dataConfirmedOn');
    expect(summaryOf(readAt('2027-01-01 00:00'), policyOf(), now)).toBe('data_not_confirmed');
  });
});

describe('overdue_items', () => {
  it.each([
    [0, 'eligible'],
    [1, 'overdue_items'],
  ])('with %i overdue: %s', (overdue, expected) => {
    const facts = factsOf({ account: account({ overdueItems: told(overdue) }) });
    expect(summaryOf(facts)).toBe(expected);
  });

  it('tells how many', () => {
    const facts = factsOf({ account: account({ overdueItems: told(3) }) });
    expect(onlyReason(facts)).toEqual({ id: 'overdue_items', count: 3 });
  });
});

describe('previous_code_not_activated', () => {
  function withClaim(of: string, activated: PreviousClaim['activated']): Facts {
    return factsOf({ previousClaim: { month: month(of), activated } });
  }

  it.each([
    ['2026-11', false, 1, 'previous_code_not_activated'],
    ['2026-11', true, 1, 'eligible'],
    ['2026-10', false, 1, 'eligible'],
    ['2026-12', false, 1, 'eligible'],
    ['2026-11', false, 0, 'eligible'],
    ['2026-09', false, 3, 'previous_code_not_activated'],
    ['2026-08', false, 3, 'eligible'],
    ['2026-09', true, 3, 'eligible'],
  ])('claimed in %s, activated %s, penalty %i months: %s', (of, activated, months, expected) => {
    const policy = policyOf({ penaltyMonths: months });
    expect(summaryOf(withClaim(of, activated), policy)).toBe(expected);
  });

  it('tells the month of the code and the first release for which it no longer counts', () => {
    expect(onlyReason(withClaim('2026-11', false))).toEqual({
      id: 'previous_code_not_activated',
      month: '2026-11',
      claimableFrom: warsaw('2027-01-10 00:00'),
    });
    expect(onlyReason(withClaim('2026-10', false), policyOf({ penaltyMonths: 3 }))).toMatchObject({
      claimableFrom: warsaw('2027-02-10 00:00'),
    });
  });

  it('reaches over the turn of the year', () => {
    const now = warsaw('2027-01-10 00:00');
    const facts = factsOf({
      account: asOf(
        now,
        account({ dataConfirmedOn: told<CalendarDay | null>(calendarDay('2027-01-04')) }),
      ),
      previousClaim: { month: december, activated: false },
      pool: { month: month('2027-01'), size: 410, remaining: 1 },
    });
    expect(summaryOf(facts, policyOf(), now)).toBe('previous_code_not_activated');
  });
});

describe('pool_empty', () => {
  it.each([
    [1, 'eligible'],
    [0, 'pool_empty'],
    [-1, 'pool_empty'],
  ])('with %i codes left: %s', (remaining, expected) => {
    expect(summaryOf(factsOf({ pool: { month: december, size: 410, remaining } }))).toBe(expected);
  });

  it('when no code of the month was ever loaded', () => {
    expect(summaryOf(factsOf({ pool: null }))).toBe('pool_empty');
  });

  it.each(['2026-11', '2027-01'])('when the codes that are left are those of %s', (of) => {
    const pool = { month: month(of), size: 410, remaining: 99 };
    expect(summaryOf(factsOf({ pool }))).toBe('pool_empty');
  });

  it('tells the month and the next release, from the schedule where there is a row', () => {
    const facts = factsOf({ pool: { month: december, size: 410, remaining: 0 } });
    expect(onlyReason(facts)).toEqual({
      id: 'pool_empty',
      month: '2026-12',
      nextRelease: warsaw('2027-01-10 00:00'),
    });
    const january = warsaw('2027-01-12 09:00');
    const scheduled = { ...facts, schedule: scheduleOf({ '2027-01': january }) };
    expect(onlyReason(scheduled)).toMatchObject({ nextRelease: january });
  });
});

describe('not_open_yet', () => {
  it.each([
    ['2026-12-09 23:59', 'not_open_yet'],
    ['2026-12-10 00:00', 'eligible'],
    ['2026-12-31 23:59', 'eligible'],
  ])('at %s: %s', (now, expected) => {
    expect(summaryOf(factsOf(), policyOf(), warsaw(now))).toBe(expected);
  });

  it('ends with the very millisecond of the release', () => {
    const release = warsaw('2026-12-10 00:00');
    const before = new Date(release.getTime() - 1);
    expect(summaryOf(factsOf(), policyOf(), before)).toBe('not_open_yet');
    expect(summaryOf(factsOf(), policyOf(), release)).toBe('eligible');
  });

  it('tells the month and the moment', () => {
    expect(onlyReason(factsOf(), policyOf(), warsaw('2026-12-01 00:00'))).toEqual({
      id: 'not_open_yet',
      month: '2026-12',
      opensAt: warsaw('2026-12-10 00:00'),
    });
  });

  it('tells the release that will really come when the row lies behind the end of its month', () => {
    const schedule = scheduleOf({ '2026-12': warsaw('2027-01-20 09:00') });
    expect(onlyReason(factsOf({ schedule }), policyOf(), warsaw('2026-12-20 09:00'))).toEqual({
      id: 'not_open_yet',
      month: '2027-01',
      opensAt: warsaw('2027-01-10 00:00'),
    });
  });
});

describe('already_claimed', () => {
  it('tells the month', () => {
    expect(onlyReason(factsOf({ claimedThisMonth: true }))).toEqual({
      id: 'already_claimed',
      month: '2026-12',
    });
  });
});
