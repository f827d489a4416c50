import { describe, expect, it } from 'vitest';
import {
  accessEnds,
  activateBy,
  calendarDay,
  month,
  unknownFact,
  type CalendarDay,
  type Facts,
  type Policy,
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

type Case = {
  readonly question: string;
  readonly facts?: Partial<Facts>;
  readonly policy?: Partial<Policy>;
  readonly now?: string;
  readonly answer: string;
};

const january = { month: month('2027-01'), size: 410, remaining: 410 };
/** A reader as the new year finds her: a loan and a confirmation, both of last year. */
const lastYearOnly = asOf(
  warsaw('2027-01-10 09:00'),
  account({
    loansThisYear: told(0),
    loansLastYear: told(5),
    dataConfirmedOn: told<CalendarDay | null>(calendarDay('2026-02-14')),
  }),
);

/** What the FAQ leaves open, and what we read it to mean. Numbered like the library's open questions. */
const cases: readonly Case[] = [
  {
    question: '2: a code activated on 31 August, still read in September, is no obstacle',
    facts: {
      account: asOf(warsaw('2026-09-10 00:00'), account()),
      previousClaim: { month: month('2026-08'), activated: true },
      pool: { month: month('2026-09'), size: 410, remaining: 1 },
    },
    now: '2026-09-10 00:00',
    answer: 'eligible',
  },
  {
    question: '5: a schedule row before the 10th opens before the 10th',
    facts: { schedule: scheduleOf({ '2026-12': warsaw('2026-12-07 09:00') }) },
    now: '2026-12-07 09:00',
    answer: 'eligible',
  },
  {
    question: '5: a schedule row after the 10th keeps the 10th closed',
    facts: { schedule: scheduleOf({ '2026-12': warsaw('2026-12-14 09:00') }) },
    now: '2026-12-10 12:00',
    answer: 'not_open_yet',
  },
  {
    question: '5: a month without a row opens on day 10',
    facts: { schedule: scheduleOf({ '2026-11': warsaw('2026-11-07 09:00') }) },
    now: '2026-12-09 23:59',
    answer: 'not_open_yet',
  },
  {
    question: '6: without an hour the 10th opens at midnight',
    now: '2026-12-10 00:00',
    answer: 'eligible',
  },
  {
    question: '6: with an hour it is closed before that hour',
    policy: { release: { day: 10, time: '09:00' } },
    now: '2026-12-10 08:59',
    answer: 'not_open_yet',
  },
  {
    question: '6: with an hour it is open from that hour',
    policy: { release: { day: 10, time: '09:00' } },
    now: '2026-12-10 09:00',
    answer: 'eligible',
  },
  {
    question: '7: a 10th on a Saturday opens all the same',
    facts: {
      account: asOf(
        warsaw('2027-04-10 00:00'),
        account({ dataConfirmedOn: told<CalendarDay | null>(calendarDay('2027-02-01')) }),
      ),
      pool: { month: month('2027-04'), size: 410, remaining: 5 },
    },
    now: '2027-04-10 00:00',
    answer: 'eligible',
  },
  {
    question: '8: a reader who claimed nothing last month passes',
    facts: { previousClaim: null },
    answer: 'eligible',
  },
  {
    question: '9: an unactivated code of two months ago passes',
    facts: { previousClaim: { month: month('2026-10'), activated: false } },
    answer: 'eligible',
  },
  {
    question: '10: an unreported activation passes and staff are told',
    facts: { previousClaim: { month: month('2026-11'), activated: null } },
    answer: 'eligible ~previousActivation',
  },
  {
    question: '11: once staff have marked the code as activated, it is no obstacle',
    facts: { previousClaim: { month: month('2026-11'), activated: true } },
    answer: 'eligible',
  },
  {
    question: '12: in January the regulation is taken literally',
    facts: { account: lastYearOnly, pool: january },
    now: '2027-01-10 09:00',
    answer: 'no_loan_this_year data_not_confirmed',
  },
  {
    question: '12: within a grace last year still counts, on its last day too',
    facts: { account: lastYearOnly, pool: january },
    policy: { graceUntil: '01-31' },
    now: '2027-01-31 23:59',
    answer: 'eligible',
  },
  {
    question: '12: after the grace it does not',
    facts: {
      account: asOf(warsaw('2027-02-10 00:00'), lastYearOnly),
      pool: { ...january, month: month('2027-02') },
    },
    policy: { graceUntil: '01-31' },
    now: '2027-02-10 00:00',
    answer: 'no_loan_this_year data_not_confirmed',
  },
  {
    question: '12: the grace spares nobody who did neither last year',
    facts: {
      account: {
        ...lastYearOnly,
        loansLastYear: told(0, warsaw('2027-01-10 09:00')),
        dataConfirmedOn: told<CalendarDay | null>(
          calendarDay('2025-12-31'),
          warsaw('2027-01-10 09:00'),
        ),
      },
      pool: january,
    },
    policy: { graceUntil: '01-31' },
    now: '2027-01-10 09:00',
    answer: 'no_loan_this_year data_not_confirmed',
  },
  {
    question: '12: within the grace, last year’s loans being unknown is no refusal',
    facts: { account: { ...lastYearOnly, loansLastYear: unknownFact }, pool: january },
    policy: { graceUntil: '01-31' },
    now: '2027-01-10 09:00',
    answer: '?loansThisYear',
  },
  {
    question: '12: within the grace, a loan of this year is enough without last year’s',
    facts: {
      account: {
        ...lastYearOnly,
        loansThisYear: told(1, warsaw('2027-01-10 09:00')),
        loansLastYear: unknownFact,
      },
      pool: january,
    },
    policy: { graceUntil: '01-31' },
    now: '2027-01-10 09:00',
    answer: 'eligible',
  },
  {
    question: '12: within the grace, a library system that knows no last year tells nothing',
    facts: {
      account: asOf(warsaw('2027-01-10 09:00'), account({ loansThisYear: told(0) })),
      pool: january,
    },
    policy: { graceUntil: '01-31' },
    now: '2027-01-10 09:00',
    answer: '?loansThisYear',
  },
  {
    question: '13: one loan taken outside is enough',
    facts: { account: account({ loansThisYear: told(1) }) },
    answer: 'eligible',
  },
  {
    question: '14: the day on which staff confirmed the data decides, not that it was recent',
    facts: {
      account: account({ dataConfirmedOn: told<CalendarDay | null>(calendarDay('2026-01-01')) }),
    },
    answer: 'eligible',
  },
  {
    question: '15: one grosz of debt refuses',
    facts: { account: account({ balance: told(1) }) },
    answer: 'unpaid_fine',
  },
  {
    question: '15: a credit does not',
    facts: { account: account({ balance: told(-1) }) },
    answer: 'eligible',
  },
  {
    question: '16: what is overdue is what the library system counts',
    facts: { account: account({ overdueItems: told(0) }) },
    answer: 'eligible',
  },
  {
    question: '17: a second claim in a month is led to the reminder',
    facts: { claimedThisMonth: true },
    answer: 'already_claimed',
  },
  {
    question: '20: leftovers are there until the last minute of the month',
    facts: { pool: { month: month('2026-12'), size: 410, remaining: 7 } },
    now: '2026-12-31 23:59',
    answer: 'eligible',
  },
  {
    question: '20: leftovers are void from the first minute of the next month',
    facts: {
      account: asOf(
        warsaw('2027-01-01 00:00'),
        account({ dataConfirmedOn: told<CalendarDay | null>(calendarDay('2027-01-01')) }),
      ),
      pool: { month: month('2026-12'), size: 410, remaining: 7 },
      schedule: scheduleOf({ '2027-01': warsaw('2027-01-01 00:00') }),
    },
    now: '2027-01-01 00:00',
    answer: 'pool_empty',
  },
  {
    question: '22: the loser of a race for the last code finds the pool empty',
    facts: { pool: { month: month('2026-12'), size: 410, remaining: 0 } },
    answer: 'pool_empty',
  },
  {
    question: '25: who had a code last month comes no later than others',
    facts: {
      previousClaim: { month: month('2026-11'), activated: true },
      pool: { month: month('2026-12'), size: 410, remaining: 1 },
    },
    answer: 'eligible',
  },
];

describe('an open question of the FAQ is answered by default', () => {
  it.each(cases)('$question', ({ facts, policy, now, answer }) => {
    const at = now === undefined ? releaseDay : warsaw(now);
    expect(summaryOf(factsOf(facts), policyOf(policy), at)).toBe(answer);
  });

  it('1: a code has two clocks, the month of the claim and the days from activation', () => {
    expect(activateBy(month('2026-08'))).toBe('2026-08-31');
    expect(accessEnds(calendarDay('2026-08-31'), policyOf())).toBe('2026-09-30');
  });

  it('3: the 30 days are counted from the day of activation', () => {
    expect(accessEnds(calendarDay('2026-06-10'), policyOf())).toBe('2026-07-10');
  });

  it('4: the end of the year cuts no access short', () => {
    expect(accessEnds(calendarDay('2026-12-20'), policyOf())).toBe('2027-01-19');
  });
});

describe('23: a release in the hour of a clock change', () => {
  function opens(row: string, now: string): string {
    const at = new Date(now);
    const facts = factsOf({
      account: asOf(at, account()),
      pool: { month: month(row.slice(0, 7)), size: 410, remaining: 410 },
      schedule: scheduleOf({ [row.slice(0, 7)]: warsaw(row) }),
    });
    return summaryOf(facts, policyOf(), at);
  }

  it.each([
    ['2026-03-29 02:30', '2026-03-29T01:29:59Z', 'not_open_yet'],
    ['2026-03-29 02:30', '2026-03-29T01:30:00Z', 'eligible'],
    ['2026-03-29 03:00', '2026-03-29T00:59:59Z', 'not_open_yet'],
    ['2026-03-29 03:00', '2026-03-29T01:00:00Z', 'eligible'],
    ['2026-10-25 02:30', '2026-10-25T00:29:59Z', 'not_open_yet'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00Z', 'eligible'],
    // The clock shows 02:00 to 02:29 once more: what is open stays open.
    ['2026-10-25 02:30', '2026-10-25T01:10:00Z', 'eligible'],
  ])('set for %s, at %s: %s', (row, now, expected) => {
    expect(opens(row, now)).toBe(expected);
  });
});
