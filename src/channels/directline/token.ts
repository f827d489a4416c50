import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT, type JWTHeaderParameters } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { rememberTokens } from './checkedTokens.ts';
import type { CheckedToken, TokenClaims } from './tokenClaims.ts';

export type SigningKey = {
  readonly kid: string;
  /** at least 32 bytes */ readonly key: Uint8Array;
};

/** `previous` still verifies, so that a key can be changed without ending open chats. */
export type TokenKeys = { readonly current: SigningKey; readonly previous?: SigningKey };

export type IssuedToken = {
  readonly token: string;
  /** seconds */ readonly expiresIn: number;
  /** milliseconds */ readonly expiresAt: number;
};

export type Tokens = {
  /** Null when the lineage has come to its end and no token can be given any more. */
  issue(claims: TokenClaims): Promise<IssuedToken | null>;
  check(token: string): Promise<CheckedToken>;
  /** Forgets tokens that are over. */
  tidy(): void;
};

/** Less would break Microsoft's client, which refreshes every 15 minutes whatever it is told. */
export const tokenLifetime = 1800;
/** Seconds a lineage of tokens lasts in all. */
export const lineageLifetime = 4 * 3600;

const issuer = 'legimi-chatbot';
const audience = 'directline';

/** The client reads the claim `user`, which then cannot be set by the page. */
const payloadShape = z.object({
  conv: z.string(),
  user: z.string().nullable(),
  origin: z.string().nullable(),
  lin: z.string(),
  since: z.number(),
  started: z.boolean(),
  exp: z.number(),
});

/** Signs and checks tokens with HS256 and nothing else. Throws when a key is too short. */
export function createTokens(keys: TokenKeys, clock: Clock): Tokens {
  const signingKeys = [keys.current, ...(keys.previous ? [keys.previous] : [])];
  for (const { kid, key } of signingKeys) {
    if (key.length < 32) {
      throw new Error(`Direct Line key "${kid}" has under 32 bytes. Configure a 256-bit key.`);
    }
  }
  const secrets = new Map(signingKeys.map(({ kid, key }) => [kid, createSecretKey(key)]));
  const signWith = createSecretKey(keys.current.key);

  const good = rememberTokens((token) => verify(token, secrets, clock()), clock);

  return {
    async issue(claims) {
      const issuedAt = Math.floor(clock().getTime() / 1000);
      const lineageEnd = Math.floor(claims.since / 1000) + lineageLifetime;
      const expiry = Math.min(issuedAt + tokenLifetime, lineageEnd);
      if (expiry <= issuedAt) return null;
      const token = await new SignJWT({
        conv: claims.conversationId,
        ...(claims.userId === null ? {} : { user: claims.userId }),
        origin: claims.origin,
        lin: claims.lineage,
        since: claims.since,
        started: claims.started,
      })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: keys.current.kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiry)
        .setJti(randomId())
        .sign(signWith);
      const expiresAt = expiry * 1000;
      good.remember(token, { outcome: 'valid', claims, expiresAt });
      return { token, expiresIn: expiry - issuedAt, expiresAt };
    },
    check: (token) => good.check(token),
    tidy: () => good.tidy(),
  };
}

async function verify(
  token: string,
  secrets: ReadonlyMap<string, KeyObject>,
  now: Date,
): Promise<CheckedToken> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }: JWTHeaderParameters) => {
        const secret = secrets.get(kid ?? '');
        if (!secret) throw new errors.JWKSNoMatchingKey();
        return secret;
      },
      { algorithms: ['HS256'], issuer, audience, currentDate: now },
    );
    const read = payloadShape.parse({ user: null, ...payload });
    return {
      outcome: 'valid',
      expiresAt: read.exp * 1000,
      claims: {
        conversationId: read.conv,
        userId: read.user,
        origin: read.origin,
        lineage: read.lin,
        since: read.since,
        started: read.started,
      },
    };
  } catch (error) {
    return { outcome: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
  }
}

/** 128 random bits, safe in an address. */
export function randomId(): string {
  return randomBytes(16).toString('base64url');
}
