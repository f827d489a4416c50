import { expect, it } from 'vitest';
import { readCardNumber, readCredentials } from '../../src/signin/credentials.ts';

const read = (card: string, password: string) =>
  readCredentials(new URLSearchParams({ card, password }));

it('a password of 128 characters is taken exactly as it was typed', () => {
  const password = ` Zażółć🦉 ${'x'.repeat(117)} `;
  expect(password).toHaveLength(128);
  expect(read('1', password)).toMatchObject({ credentials: { card: '1', password } });
  expect(read('1', `${password}x`).outcome).toBe('impossible');
});

it('a card is read without the spaces between its groups', () => {
  expect(readCardNumber('1002 00 1')).toBe('1002001');
  expect(readCardNumber(' \u00a01002\u00a0')).toBe('1002');
});

it('no line break and no control character reaches the library', () => {
  for (const sign of ['\r', '\n', '\0', '\u007f', '\u2028']) {
    expect(read(`1${sign}2`, 'x').outcome).toBe('impossible');
    expect(read('12', `x${sign}`).outcome).toBe('impossible');
  }
});
