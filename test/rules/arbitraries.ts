import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarDay,
  dayOf,
  instantAt,
  knownFact,
  lastDayOf,
  monthOf,
  unknownFact,
  type AccountFacts,
  type CalendarDay,
  type Fact,
  type Facts,
  type Policy,
  type Schedule,
} from '../../src/rules/index.ts';
import { policyOf } from './exampleReader.ts';

const firstDay = calendarDay('2024-06-07');

const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(firstDay, days));

/** Moments around which answers change: the turn of a day, a month, a year, a release, the clock. */
const turningPoint = fc
  .tuple(
    fc.oneof(
      anyDay,
      anyDay.map((day) => lastDayOf(monthOf(instantAt(day, '12:00')))),
      anyDay.map((day) => calendarDay(`${day.slice(0, 7)}-10`)),
      anyDay.map((day) => calendarDay(`${day.slice(0, 4)}-12-31`)),
      fc.constantFrom('2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31').map(calendarDay),
    ),
    fc.constantFrom(
      '00:00',
      '00:30',
      '01:00',
      '01:59',
      '02:30',
      '03:00',
      '09:00',
      '22:30',
      '23:59',
    ),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([day, time, shift]) => new Date(instantAt(day, time).getTime() + shift));

export const anyInstant = fc.oneof(
  turningPoint,
  fc.date({
    min: new Date('2024-06-07T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  }),
);

export const anySchedule: fc.Arbitrary<Schedule> = fc
  .array(
    // Staff may have put a month's release into another month by mistake.
    fc.tuple(
      anyInstant,
      fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: -2, max: 2 })),
    ),
    { maxLength: 12 },
  )
  .map((rows) => new Map(rows.map(([at, shift]) => [addMonths(monthOf(at), shift), at])));

const when = fc.constantFrom('hold' as const, 'accept' as const);

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    release: fc.record({
      day: fc.integer({ min: 1, max: 31 }),
      time: fc.constantFrom('00:00', '02:30', '09:00', '23:59'),
    }),
    toleratedDebt: fc.constantFrom(0, 100, 500),
    loansNeeded: fc.integer({ min: 0, max: 3 }),
    graceUntil: fc.constantFrom(null, '01-31', '02-29', '12-31'),
    penaltyMonths: fc.integer({ min: 0, max: 3 }),
    unknownActivation: when,
    unknownFacts: fc.record({
      balance: when,
      loansThisYear: when,
      dataConfirmedOn: when,
      overdueItems: when,
    }),
  })
  .map(policyOf);

/** A policy under which nothing unknown passes, and which asks for every fact. */
export const holdingPolicy = anyPolicy.map((policy) => ({
  ...policy,
  loansNeeded: Math.max(1, policy.loansNeeded),
  unknownActivation: 'hold' as const,
  unknownFacts: policyOf().unknownFacts,
}));

function anyFact<Value>(value: fc.Arbitrary<Value>, now: Date): fc.Arbitrary<Fact<Value>> {
  const asOf = fc.oneof(
    { weight: 5, arbitrary: fc.constant(now) },
    fc.integer({ min: 0, max: 400 }).map((days) => new Date(now.getTime() - days * 86_400_000)),
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(value, asOf).map(([is, at]) => knownFact(is, 'test', at)) },
    { weight: 1, arbitrary: fc.constant(unknownFact) },
  );
}

function anyAccount(now: Date): fc.Arbitrary<AccountFacts> {
  const figure = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    fc.integer({ min: -500, max: 900 }),
  );
  const count = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 5 }));
  const broken = { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity) };
  const confirmed = fc.option(
    fc.integer({ min: 0, max: 800 }).map((days): CalendarDay => addDays(dayOf(now), -days)),
  );
  return fc.record(
    {
      balance: anyFact(fc.oneof({ weight: 30, arbitrary: figure }, broken), now),
      loansThisYear: anyFact(fc.oneof({ weight: 30, arbitrary: count }, broken), now),
      loansLastYear: anyFact(count, now),
      dataConfirmedOn: anyFact(confirmed, now),
      overdueItems: anyFact(fc.oneof({ weight: 30, arbitrary: count }, broken), now),
    },
    { requiredKeys: ['balance', 'loansThisYear', 'dataConfirmedOn', 'overdueItems'] },
  );
}

export function anyFacts(now: Date): fc.Arbitrary<Facts> {
  const monthsAway = fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    fc.integer({ min: -2, max: 1 }),
  );
  return fc.record({
    account: anyAccount(now),
    previousClaim: fc.option(
      fc.record({
        month: fc.integer({ min: 1, max: 5 }).map((ago) => addMonths(monthOf(now), -ago)),
        activated: fc.constantFrom(true, false, null),
      }),
    ),
    claimedThisMonth: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    pool: fc.option(
      fc.record({
        month: monthsAway.map((away) => addMonths(monthOf(now), away)),
        size: fc.constant(410),
        remaining: fc.constantFrom(0, 1, 410),
      }),
      { freq: 6 },
    ),
    keptForOthersUntil: fc.oneof(
      { weight: 5, arbitrary: fc.constant(null) },
      fc.constantFrom(-60_000, 0, 60_000).map((away) => new Date(now.getTime() + away)),
    ),
    schedule: anySchedule,
  });
}

/** A whole question to the rules. */
export function anyQuestion(policy: fc.Arbitrary<Policy> = anyPolicy) {
  return anyInstant.chain((now) =>
    fc.record({ now: fc.constant(now), policy, facts: anyFacts(now) }),
  );
}
