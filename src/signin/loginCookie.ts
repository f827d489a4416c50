import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { cookieOf, type CookieJar } from './cookies.ts';
import type { SignInPolicy } from './signInPolicy.ts';

/**
 * What a browser knows that opened a link. It is kept in the browser only, so that whoever fetches a
 * link, a crawler for example, leaves nothing behind on the server.
 */
export type LoginCookie = {
  readonly secret: string;
  /** Makes the form of this browser differ from that of every other one that opened the link. */
  readonly nonce: string;
  /** The code that the page showed, so that reloading the page shows it again. */
  readonly code: string | null;
};

/** Reads and writes the cookie of the sign-in page, and the token that ties the form to it. */
export type LoginCookies = {
  read(request: Pick<IncomingMessage, 'headers'>): LoginCookie | null;
  /** The `Set-Cookie` header. */
  write(cookie: LoginCookie): string;
  open(secret: string): LoginCookie;
  /** The token that the form must carry (ASVS 3.5.1). */
  formToken(cookie: LoginCookie): string;
  isFormToken(token: string, cookie: LoginCookie): boolean;
};

const cookieName = 'login';
const shape = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{22})(?:\.(\d{6}))?$/;

export function loginCookies(jar: CookieJar, key: Uint8Array, policy: SignInPolicy): LoginCookies {
  const lifetime = policy.ticket.lifetime + policy.code.lifetime;
  const formToken = ({ secret, nonce }: LoginCookie): string =>
    createHmac('sha256', key).update(`${secret}.${nonce}`).digest('base64url');

  return {
    read(request) {
      const [, secret, nonce, code] =
        shape.exec(cookieOf(request, jar.nameOf(cookieName)) ?? '') ?? [];
      if (secret === undefined || nonce === undefined) return null;
      return { secret, nonce, code: code ?? null };
    },
    write({ secret, nonce, code }) {
      const value = [secret, nonce, ...(code === null ? [] : [code])].join('.');
      return jar.write(cookieName, value, lifetime);
    },
    open: (secret) => ({ secret, nonce: randomBytes(16).toString('base64url'), code: null }),
    formToken,
    isFormToken(token, cookie) {
      const [given, expected] = [Buffer.from(token), Buffer.from(formToken(cookie))];
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
