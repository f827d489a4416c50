import { expect, it } from 'vitest';
import { signInPolicy } from '../../src/signin/index.ts';

const minute = 60_000;

it('sign-in rests on the numbers that the security rules fix', () => {
  expect(signInPolicy).toEqual({
    ticket: {
      bytes: 32,
      lifetime: 10 * minute,
      perHour: 3,
      perDay: 10,
      unusedPerHour: 20,
      formTries: 5,
    },
    code: { digits: 6, lifetime: 5 * minute, tries: 3 },
    account: {
      failures: 5,
      window: 15 * minute,
      firstWait: minute,
      longestWait: 60 * minute,
      halving: 24 * 60 * minute,
      staffResetAfter: 100,
    },
    address: {
      failures: 20,
      window: 15 * minute,
      perDay: 100,
      distinctAccounts: 5,
      stop: 60 * minute,
      libraryFactor: 10,
    },
    overall: { failures: 200, window: 5 * minute, delay: 2000 },
    timing: { floor: 600, spread: 100 },
    session: {
      personal: { idle: 15 * minute, absolute: 60 * minute },
      libraryComputer: { idle: 3 * minute, absolute: 15 * minute },
      perAccount: 2,
      renewEvery: 5000,
    },
    browserBinding: 24 * 60 * minute,
  });
});
