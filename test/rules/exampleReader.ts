import {
  calendarDay,
  decide,
  instantAt,
  knownFact,
  month,
  type AccountFactName,
  type AccountFacts,
  type CalendarDay,
  type Facts,
  type Policy,
  type Schedule,
} from '../../src/rules/index.ts';

/** The instant at which a clock in the library shows this, `YYYY-MM-DD HH:MM`. */
export function warsaw(text: string): Date {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(calendarDay(day), time);
}

/** A Thursday on which December's codes have been released. */
export const releaseDay = warsaw('2026-12-10 09:00');

export const accountFactNames = [
  'balance',
  'loansThisYear',
  'dataConfirmedOn',
  'overdueItems',
] as const satisfies readonly AccountFactName[];

export function told<Value>(value: Value, asOf: Date = releaseDay) {
  return knownFact(value, 'test', asOf);
}

/** A reader with nothing against her, unless `changes` say so. */
export function account(changes: Partial<AccountFacts> = {}): AccountFacts {
  return {
    balance: told(0),
    loansThisYear: told(3),
    dataConfirmedOn: told<CalendarDay | null>(calendarDay('2026-02-14')),
    overdueItems: told(0),
    ...changes,
  };
}

/** The same facts, as read at another moment. */
export function asOf(at: Date, facts: AccountFacts): AccountFacts {
  const moved = Object.entries(facts).map(([name, fact]) => [
    name,
    fact.known ? { ...fact, asOf: at } : fact,
  ]);
  return Object.fromEntries(moved) as AccountFacts; // the keys are those of `facts`
}

export function factsOf(changes: Partial<Facts> = {}): Facts {
  return {
    account: account(),
    previousClaim: null,
    claimedThisMonth: false,
    pool: { month: month('2026-12'), size: 410, remaining: 200 },
    keptForOthersUntil: null,
    schedule: new Map(),
    ...changes,
  };
}

export function policyOf(changes: Partial<Policy> = {}): Policy {
  return {
    validFrom: calendarDay('2024-06-07'),
    poolSize: 410,
    release: { day: 10, time: '00:00' },
    opening: { order: 'firstCome' },
    devices: 2,
    accessDays: 30,
    contractEnd: null,
    toleratedDebt: 0,
    loansNeeded: 1,
    graceUntil: null,
    penaltyMonths: 1,
    unknownActivation: 'accept',
    unknownFacts: {
      balance: 'hold',
      loansThisYear: 'hold',
      dataConfirmedOn: 'hold',
      overdueItems: 'hold',
    },
    maximumFactAge: 60,
    ...changes,
  };
}

export function scheduleOf(rows: Readonly<Record<string, Date>>): Schedule {
  return new Map(Object.entries(rows).map(([of, at]) => [month(of), at]));
}

/** A decision on one line: `eligible`, `unpaid_fine overdue_items`, `not_open_yet ?balance`, `?balance`. */
export function summaryOf(facts: Facts, policy: Policy = policyOf(), now: Date = releaseDay) {
  const decision = decide(facts, policy, now);
  switch (decision.verdict) {
    case 'eligible':
      return ['eligible', ...decision.accepted.map((fact) => `~${fact}`)].join(' ');
    case 'refused':
      return [
        ...decision.reasons.map(({ id }) => id),
        ...decision.unknown.map((fact) => `?${fact}`),
      ].join(' ');
    case 'cannotTell':
      return decision.unknown.map((fact) => `?${fact}`).join(' ');
  }
}
