import { expect, test } from 'vitest';
import { composeAccounts } from '../../src/library/composeAccounts.ts';
import type { FactSource } from '../../src/library/factSource.ts';
import type { CardNumber, ReaderAccounts } from '../../src/library/index.ts';
import { calendarDay, knownFact, unknownFact, type AccountFacts } from '../../src/rules/index.ts';

const card = '200100001' as CardNumber;
const now = new Date('2026-11-24T10:00:00Z');
const nightly = new Date('2026-11-20T23:00:00Z');

const live = (facts: Partial<AccountFacts>): ReaderAccounts => ({
  system: 'live',
  authenticate: async () => ({ outcome: 'refused' }),
  facts: async () => ({
    balance: unknownFact,
    loansThisYear: unknownFact,
    dataConfirmedOn: unknownFact,
    overdueItems: unknownFact,
    ...facts,
  }),
  isAvailable: async () => true,
  close: async () => undefined,
});
const source = (name: string, facts: Partial<AccountFacts>): FactSource => ({
  name,
  facts: async () => facts,
});
const everywhere = (...names: readonly string[]) => ({
  balance: names,
  loansThisYear: names,
  dataConfirmedOn: names,
  overdueItems: names,
});

test('each fact comes from the first source that knows it, with its name and time', async () => {
  const accounts = composeAccounts(
    live({ balance: knownFact(0, 'live', now), overdueItems: knownFact(1, 'live', now) }),
    [
      source('snapshot', {
        balance: knownFact(990, 'snapshot', nightly),
        loansThisYear: knownFact(3, 'snapshot', nightly),
        dataConfirmedOn: knownFact(calendarDay('2026-01-07'), 'snapshot', nightly),
      }),
    ],
    { ...everywhere('live', 'snapshot'), balance: ['snapshot', 'live'] },
  );
  expect(await accounts.facts(card)).toEqual({
    balance: knownFact(990, 'snapshot', nightly),
    loansThisYear: knownFact(3, 'snapshot', nightly),
    dataConfirmedOn: knownFact('2026-01-07', 'snapshot', nightly),
    overdueItems: knownFact(1, 'live', now),
  });
});

test('a fact is unknown when none of its own sources knows it, whoever else does', async () => {
  const accounts = composeAccounts(
    live({}),
    [source('snapshot', { balance: knownFact(0, 'snapshot', nightly) })],
    { ...everywhere('live', 'snapshot'), balance: ['live'] },
  );
  expect(await accounts.facts(card)).toEqual({
    balance: unknownFact,
    loansThisYear: unknownFact,
    dataConfirmedOn: unknownFact,
    overdueItems: unknownFact,
  });
});

test('a source that breaks takes no other source down with it', async () => {
  const broken: FactSource = {
    name: 'broken',
    facts: () => Promise.reject(new Error('broken by the test')),
  };
  const accounts = composeAccounts(
    live({ balance: knownFact(0, 'live', now) }),
    [broken],
    everywhere('broken', 'live'),
  );
  expect((await accounts.facts(card)).balance).toEqual(knownFact(0, 'live', now));
});

test('a source that no fact needs is not asked', async () => {
  let asked = 0;
  const idle: FactSource = {
    name: 'idle',
    facts: async () => {
      asked += 1;
      return {};
    },
  };
  await composeAccounts(live({}), [idle], everywhere('live')).facts(card);
  expect(asked).toBe(0);
});

test('last year’s loans come along with this year’s', async () => {
  const accounts = composeAccounts(
    live({}),
    [source('snapshot', { loansLastYear: knownFact(2, 'snapshot', nightly) })],
    everywhere('live', 'snapshot'),
  );
  expect((await accounts.facts(card)).loansLastYear).toEqual(knownFact(2, 'snapshot', nightly));
});
