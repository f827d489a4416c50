import { expect, test } from 'vitest';
import { compileMessage } from '../../src/text/messageFormat.ts';

const left = compileMessage('{n, plural, one {Został # kod} few {Zostały # kody} other {# kodów}}');

test('a sentence says the values of the moment, whatever it said before', () => {
  const said = [1, 1, 3, 1].map((n) => left.format({ n }));
  expect(said).toEqual(['Został 1 kod', 'Został 1 kod', 'Zostały 3 kody', 'Został 1 kod']);
});

test('values that are changed after they were said change the next sentence', () => {
  const values: { n: number } = { n: 1 };
  expect(left.format(values)).toBe('Został 1 kod');
  values.n = 3;
  expect(left.format(values)).toBe('Zostały 3 kody');
});

test('values a sentence does not name make no difference to it', () => {
  expect(left.format({ n: 5, other: 'x' })).toBe('5 kodów');
  expect(left.format({ n: 5, other: 'y' })).toBe('5 kodów');
});
