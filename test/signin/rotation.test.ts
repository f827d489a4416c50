import { describe, expect, it } from 'vitest';
import { cookieJar } from '../../src/signin/cookies.ts';
import { loginCookies } from '../../src/signin/loginCookie.ts';
import { codeMark, isMarkOf } from '../../src/signin/magicCode.ts';
import { signInPolicy } from '../../src/signin/signInPolicy.ts';

const [oldKey, newKey, foreignKey] = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const jar = cookieJar('https://czat.example.org');

describe('changing the server secret', () => {
  it('lets a reader send the form that was open, and makes new forms with the new key', () => {
    const before = loginCookies(jar, [oldKey], signInPolicy);
    const after = loginCookies(jar, [newKey, oldKey], signInPolicy);
    const cookie = before.open('ticket');
    expect(after.isFormToken(before.formToken(cookie), cookie)).toBe(true);
    expect(after.formToken(cookie)).not.toBe(before.formToken(cookie));
    const twice = loginCookies(jar, [foreignKey, newKey], signInPolicy);
    expect(twice.isFormToken(before.formToken(cookie), cookie)).toBe(false);
    expect(twice.isFormToken(after.formToken(cookie), cookie)).toBe(true);
  });

  it('lets a reader type the digits that the page showed before', () => {
    const scope = { ticketHash: 'ticket', chatKey: 'chat' };
    const mark = codeMark(oldKey, '123456', scope);
    expect(isMarkOf(mark, [newKey, oldKey], '123456', scope)).toBe(true);
    expect(isMarkOf(mark, [newKey, oldKey], '123457', scope)).toBe(false);
    expect(isMarkOf(mark, [foreignKey, newKey], '123456', scope)).toBe(false);
  });
});
