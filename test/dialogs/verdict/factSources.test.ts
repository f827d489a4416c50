import { expect, test } from 'vitest';
import { factSources } from '../../../dialogs/verdict/factSources.ts';
import {
  calendarDay,
  knownFact,
  unknownFact,
  type AccountFacts,
} from '../../../src/rules/index.ts';
import { loadTexts } from '../../../src/text/index.ts';

const services = { texts: loadTexts('locales/pl') };
const now = new Date('2026-11-24T08:05:00Z');
const earlier = new Date('2026-11-19T23:00:00Z');

const live: AccountFacts = {
  balance: knownFact(0, 'koha', now),
  loansThisYear: unknownFact,
  dataConfirmedOn: unknownFact,
  overdueItems: knownFact(0, 'koha', now),
};

test('a verdict on facts of one source says once where they are from and as of when', () => {
  expect(factSources(live, now, services)).toBe(
    '\n\nStan na dziś, godz. 9:05 (system biblioteczny).',
  );
});

test('a verdict on facts of several sources says which fact is from where', () => {
  const facts: AccountFacts = {
    ...live,
    loansThisYear: knownFact(0, 'snapshot', earlier),
    dataConfirmedOn: knownFact(calendarDay('2025-03-01'), 'snapshot', earlier),
  };
  expect(factSources(facts, now, services)).toBe(
    '\n\nStan na dziś, godz. 9:05 (system biblioteczny): należności, terminy zwrotu.\n' +
      'Stan na 20 listopada 2026 r. (zestawienie z biblioteki): wypożyczenia, ' +
      'potwierdzenie danych. Późniejszych zmian tu jeszcze nie widać.',
  );
});

test('facts that two systems told in the same minute are one line, in another minute two', () => {
  const overdueItems = knownFact(0, 'sip2', new Date('2026-11-24T08:05:59Z'));
  expect(factSources({ ...live, overdueItems }, now, services)).not.toContain('należności');
  const later = knownFact(0, 'sip2', new Date('2026-11-24T08:06:00Z'));
  expect(factSources({ ...live, overdueItems: later }, now, services)).toContain(
    'godz. 9:06 (system biblioteczny): terminy zwrotu.',
  );
});

test('facts told just before midnight carry their day', () => {
  const justBefore = new Date('2026-11-24T22:59:59Z');
  const facts = { ...live, balance: knownFact(0, 'koha', justBefore), overdueItems: unknownFact };
  expect(factSources(facts, new Date('2026-11-24T23:00:01Z'), services)).toBe(
    '\n\nStan na 24 listopada 2026 r., godz. 23:59 (system biblioteczny).',
  );
});

test('nothing is said about sources when nothing is known', () => {
  const facts = { ...live, balance: unknownFact, overdueItems: unknownFact };
  expect(factSources(facts, now, services)).toBe('');
});
