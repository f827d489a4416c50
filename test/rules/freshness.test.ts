import { expect, it } from 'vitest';
import { areFresh, unknownFact } from '../../src/rules/index.ts';
import { account, accountFactNames, asOf, policyOf, releaseDay, told } from './exampleReader.ts';

const policy = policyOf({ maximumFactAge: 60 });

function secondsLater(seconds: number): Date {
  return new Date(releaseDay.getTime() + seconds * 1000);
}

it.each([
  [0, true],
  [60, true],
  [60.001, false],
  [-60, true],
  [-60.001, false],
])('21: facts read %d seconds ago can carry a claim: %s', (age, expected) => {
  expect(areFresh(asOf(releaseDay, account()), policy, secondsLater(age))).toBe(expected);
});

it.each(accountFactNames)('one old fact, %s, makes all be read again', (name) => {
  const facts = account();
  const old = { ...facts, [name]: { ...facts[name], asOf: secondsLater(-61) } };
  expect(areFresh(old, policy, releaseDay)).toBe(false);
});

it('last year’s loans are no exception', () => {
  const facts = account({ loansLastYear: told(3, secondsLater(-61)) });
  expect(areFresh(facts, policy, releaseDay)).toBe(false);
});

it('a fact that nobody can tell is not read again for its age', () => {
  expect(areFresh(account({ balance: unknownFact }), policy, releaseDay)).toBe(true);
});
