import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Keys } from '../storage/index.ts';
import { cookieOf, type CookieJar } from './cookies.ts';
import type { SignInPolicy } from './signInPolicy.ts';

const fieldName = z.enum(['card', 'password']);

const loginCookie = z
  .strictObject({
    /** The ticket, as it stood in the link. */
    secret: z.string().max(64),
    /** Makes the form of this browser differ from that of every other one that opened the link. */
    nonce: z.string().max(32),
    /** The code that the page showed, so that reloading the page shows it again. */
    code: z.string().max(12).nullable(),
    /** What was wrong with the form that was sent last, and the card number that stood in it. */
    problem: z
      .strictObject({
        kind: z.enum([
          'incomplete',
          'refused',
          'libraryUnavailable',
          'declined',
          'providerRefused',
          'noCard',
        ]),
        missing: z.array(fieldName).max(2).readonly(),
        card: z.string().max(64),
      })
      .readonly()
      .nullable(),
    /** The visit to the identity provider that this browser is on, if any. */
    visit: z
      .strictObject({
        state: z.string().max(64),
        nonce: z.string().max(64),
        verifier: z.string().max(64),
      })
      .readonly()
      .nullable()
      // A cookie of the version before has none.
      .default(null),
  })
  .readonly();

/**
 * What a browser knows that opened a link. It is kept in the browser only, so that whoever fetches a
 * link, a crawler for example, leaves nothing behind on the server. Nothing is believed because it
 * stands here.
 */
export type LoginCookie = z.output<typeof loginCookie>;
export type FormProblem = NonNullable<LoginCookie['problem']>;

/** Reads and writes the cookie of the sign-in page, and the token that ties the form to it. */
export type LoginCookies = {
  read(request: Pick<IncomingMessage, 'headers'>): LoginCookie | null;
  /** The `Set-Cookie` header. */
  write(cookie: LoginCookie): string;
  /** Takes the cookie away from the browser. */
  forget(response: ServerResponse): void;
  open(secret: string): LoginCookie;
  /** The token that the form must carry (ASVS 3.5.1). */
  formToken(cookie: LoginCookie): string;
  isFormToken(token: string, cookie: LoginCookie): boolean;
};

const cookieName = 'login';

export function loginCookies(jar: CookieJar, keys: Keys, policy: SignInPolicy): LoginCookies {
  const lifetime = policy.ticket.lifetime + policy.code.lifetime;
  const tokenWith = (key: Uint8Array, { secret, nonce }: LoginCookie): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([secret, nonce]))
      .digest('base64url');

  return {
    read(request) {
      const value = cookieOf(request, jar.nameOf(cookieName)) ?? '';
      try {
        const json: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
        return loginCookie.safeParse(json).data ?? null;
      } catch {
        return null;
      }
    },
    write(cookie) {
      const value = Buffer.from(JSON.stringify(cookie)).toString('base64url');
      return jar.write(cookieName, value, lifetime);
    },
    forget(response) {
      response.appendHeader('Set-Cookie', jar.write(cookieName, '', 0));
    },
    open: (secret) => ({
      secret,
      nonce: randomBytes(16).toString('base64url'),
      code: null,
      problem: null,
      visit: null,
    }),
    formToken: (cookie) => tokenWith(keys[0], cookie),
    isFormToken: (token, cookie) => keys.some((key) => isEqual(token, tokenWith(key, cookie))),
  };
}

function isEqual(one: string, other: string): boolean {
  const [given, expected] = [Buffer.from(one), Buffer.from(other)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
