import { expect, test } from 'vitest';
import { factDates } from '../../dialogs/factDates.ts';
import { calendarDay, knownFact, unknownFact, type AccountFacts } from '../../src/rules/index.ts';
import { loadTexts } from '../../src/text/index.ts';

const services = { texts: loadTexts('locales/pl') };
const now = new Date('2026-11-24T10:00:00Z');
const earlier = new Date('2026-11-19T23:00:00Z');

const live: AccountFacts = {
  balance: knownFact(0, 'koha', now),
  loansThisYear: unknownFact,
  dataConfirmedOn: unknownFact,
  overdueItems: knownFact(0, 'koha', now),
};

test('a verdict on facts of today carries no dates', () => {
  expect(factDates(live, now, services)).toBe('');
});

test('a verdict on an earlier list says of which day it is, and what stands in it', () => {
  const facts: AccountFacts = {
    ...live,
    loansThisYear: knownFact(0, 'snapshot', earlier),
    dataConfirmedOn: knownFact(calendarDay('2025-03-01'), 'snapshot', earlier),
  };
  expect(factDates(facts, now, services)).toMatch(
    /Stan na 20 listopada 2026.*: wypożyczenia, potwierdzenie danych\. Późniejszych zmian/,
  );
});
