import type { CardNumber, ReaderAccounts } from '../../../src/library/index.ts';
import { unknownFact } from '../../../src/rules/index.ts';

/** A library whose readers a test names, which counts how often it was asked. */
export type TestLibrary = ReaderAccounts & {
  readonly asked: () => number;
  setAvailable(isAvailable: boolean): void;
};

export const kowalska = { card: '100200', password: 'Kowalska-haslo-1' };
export const mallory = { card: '666000', password: 'Mallory-haslo-2' };
export const blocked = { card: '300400', password: 'Blocked-haslo-3' };

export function testLibrary(): TestLibrary {
  const readers = new Map([kowalska, mallory].map(({ card, password }) => [card, password]));
  let asked = 0;
  let isUp = true;

  return {
    system: 'test',
    asked: () => asked,
    setAvailable: (value) => (isUp = value),
    authenticate(card, password) {
      asked += 1;
      if (!isUp) return Promise.resolve({ outcome: 'unavailable' });
      return Promise.resolve(
        readers.get(card) === password
          ? { outcome: 'authenticated', card: card as CardNumber }
          : { outcome: 'refused' },
      );
    },
    facts: () =>
      Promise.resolve({
        balance: unknownFact,
        loansThisYear: unknownFact,
        dataConfirmedOn: unknownFact,
        overdueItems: unknownFact,
      }),
    isAvailable: () => Promise.resolve(isUp),
    close: () => Promise.resolve(),
  };
}
