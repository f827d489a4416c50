import { expect, test } from 'vitest';
import { isThisMachine } from '../../src/http/index.ts';

test.each([
  'localhost',
  '127.0.0.1',
  '127.9.9.9',
  '::1',
  '[::1]',
  new URL('http://[::1]').hostname,
])('no other machine reaches "%s"', (host) => {
  expect(isThisMachine(host)).toBe(true);
});

test.each([
  '',
  '0.0.0.0',
  '10.0.0.1',
  '::',
  '[2001:db8::1]',
  'localhost.example.org',
  '127.0.0.1.nip.io',
])('other machines may reach "%s"', (host) => {
  expect(isThisMachine(host)).toBe(false);
});
