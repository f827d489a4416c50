import { decodeJwt, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import type { Refusal } from './guard.ts';
import { SigningKeysError, type SigningKey, type SigningKeys } from './signingKeys.ts';

const ISSUER = 'https://api.botframework.com';
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
const CLOCK_SKEW_SECONDS = 300;

/** What a token must vouch for beside its sender. */
export type Claimed = { readonly channelId: string; readonly serviceUrl: string };

/**
 * Looks at the claims without believing them: a token that does not even say that the Bot Framework
 * issued it for this bot is refused before any key is fetched.
 */
export function refuseForeignToken(
  authorization: string | undefined,
  appId: string,
): Refusal | null {
  const token = bearerToken(authorization);
  if (token === null) return { status: 401, reason: 'TokenMissing' };
  const claims = decoded(token);
  const isForUs = claims?.iss === ISSUER && claims.aud === appId;
  return isForUs ? null : { status: 401, reason: 'TokenForeign' };
}

/**
 * Verifies the token of a channel by the rules of the Bot Framework's connector authentication:
 * signature, issuer, audience, time, the key's endorsement of the channel, and the service address.
 *
 * The SDK is not asked: before it checks a signature it appends to a global list of issuers for each
 * new tenant a token names, and it lets the sender choose among the doors for skills, the Emulator
 * and other channels.
 */
export async function refuseUnverifiedToken(
  authorization: string | undefined,
  { channelId, serviceUrl }: Claimed,
  { appId, keys }: { readonly appId: string; readonly keys: SigningKeys },
): Promise<Refusal | null> {
  try {
    const token = bearerToken(authorization) ?? '';
    const key = await keys.find(decodeProtectedHeader(token).kid ?? '');
    if (!key || !endorses(key, channelId)) return { status: 401, reason: 'TokenInvalid' };
    const { kty, n, e } = key;
    const { payload } = await jwtVerify(
      token,
      { kty, n, e },
      {
        issuer: ISSUER,
        audience: appId,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_SKEW_SECONDS,
        requiredClaims: ['exp', 'serviceurl'],
      },
    );
    return payload['serviceurl'] === serviceUrl ? null : { status: 401, reason: 'TokenInvalid' };
  } catch (error) {
    if (error instanceof SigningKeysError) return { status: 503, reason: 'KeysUnavailable' };
    return { status: 401, reason: 'TokenInvalid' };
  }
}

function bearerToken(authorization = ''): string | null {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.[1] ?? null;
}

function decoded(token: string): JWTPayload | null {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}

/** A key without endorsements speaks for every channel. */
function endorses({ endorsements }: SigningKey, channelId: string): boolean {
  return endorsements.length === 0 || endorsements.includes(channelId);
}
