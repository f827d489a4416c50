import { expect, it } from 'vitest';
import { haveAged, unknownFact } from '../../src/rules/index.ts';
import { account, accountFactNames, asOf, policyOf, releaseDay, told } from './exampleReader.ts';

const policy = policyOf({ maximumFactAge: 60 });

function secondsLater(seconds: number): Date {
  return new Date(releaseDay.getTime() + seconds * 1000);
}

it.each([
  [0, false],
  [60, false],
  [60.001, true],
])('21: facts on which a claim is decided %d seconds later are too old: %s', (age, expected) => {
  const facts = asOf(releaseDay, account());
  const now = secondsLater(age);
  expect(haveAged(facts, policy, { readAt: releaseDay, now })).toBe(expected);
});

it.each(accountFactNames)('one fact that aged, %s, makes all be read again', (name) => {
  const facts = asOf(secondsLater(30), account());
  const older = { ...facts, [name]: { ...facts[name], asOf: releaseDay } };
  const reading = { readAt: releaseDay, now: secondsLater(61) };
  expect(haveAged(facts, policy, reading)).toBe(false);
  expect(haveAged(older, policy, reading)).toBe(true);
});

it('last year’s loans are no exception', () => {
  const facts = account({ loansLastYear: told(3, releaseDay) });
  const young = asOf(secondsLater(30), account());
  const reading = { readAt: releaseDay, now: secondsLater(61) };
  expect(haveAged({ ...facts, ...young }, policy, reading)).toBe(true);
});

it('a snapshot is not read again: it was old when it was read', () => {
  const facts = asOf(secondsLater(-86_400), account());
  const reading = { readAt: releaseDay, now: secondsLater(61) };
  expect(haveAged(facts, policy, reading)).toBe(false);
});

it('a fact that nobody can tell is not read again for its age', () => {
  const facts = { ...asOf(secondsLater(30), account()), balance: unknownFact };
  const reading = { readAt: releaseDay, now: secondsLater(61) };
  expect(haveAged(facts, policy, reading)).toBe(false);
});
