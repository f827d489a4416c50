import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  month,
  NoPolicyInForceError,
  policyAt,
  policyOfMonth,
  type PolicyHistory,
} from '../../src/rules/index.ts';
import { account, factsOf, policyOf, summaryOf, told, warsaw } from './exampleReader.ts';

const strict = policyOf({ validFrom: calendarDay('2024-06-07') });
const lenient = policyOf({ validFrom: calendarDay('2026-12-15'), toleratedDebt: 500 });
const free = policyOf({ validFrom: calendarDay('2027-03-01'), loansNeeded: 0 });

describe.each<[string, PolicyHistory]>([
  ['oldest first', [strict, lenient, free]],
  ['in any order', [lenient, free, strict]],
])('26: of policies kept %s', (_, history) => {
  it.each([
    ['2024-06-07', strict],
    ['2026-12-14', strict],
    ['2026-12-15', lenient],
    ['2027-02-28', lenient],
    ['2027-03-01', free],
    ['2040-01-01', free],
  ])('on %s the one that had begun last is in force', (day, expected) => {
    expect(policyAt(history, calendarDay(day))).toBe(expected);
  });

  it('none is in force before the first, and the error says what to do', () => {
    const early = () => policyAt(history, calendarDay('2024-06-06'));
    expect(early).toThrow(NoPolicyInForceError);
    expect(early).toThrow(/2024-06-06.*2024-06-07.*Add a policy file/s);
  });
});

it.each([
  ['2026-11-20', strict],
  ['2026-12-14', strict],
  ['2026-12-15', lenient],
  ['2027-03-01', free],
])('26: on %s December has the policy its readers get', (today, expected) => {
  const history: PolicyHistory = [strict, lenient, free];
  expect(policyOfMonth(history, month('2026-12'), calendarDay(today))).toBe(expected);
});

it('26: the same reader is judged by the policy of the day', () => {
  const facts = factsOf({ account: account({ balance: told(500) }) });
  const judgedOn = (day: string) =>
    summaryOf(facts, policyAt([strict, lenient], calendarDay(day)), warsaw(`${day} 12:00`));
  expect(judgedOn('2026-12-14')).toBe('unpaid_fine');
  expect(judgedOn('2026-12-15')).toBe('eligible');
});
