import { z } from 'zod';
import { ConfigError } from './configError.ts';

export type OpenIdConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the number of the library card. */
  readonly cardClaim: string;
  /** Space separated. */
  readonly scope: string;
};

/** Claims of which OpenID Connect Core 5.7 says that they must not identify anybody. */
const selfChosenClaims = new Set([
  'name',
  'given_name',
  'family_name',
  'middle_name',
  'nickname',
  'preferred_username',
  'email',
  'phone_number',
  'profile',
  'website',
]);

/** What the environment may say of the library's OpenID provider. */
export const openIdVariables = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((text) => isIssuer(text), 'write the issuer without query, fragment or user')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().min(16, 'use at least 16 random characters').optional(),
  OIDC_CARD_CLAIM: z.string().optional(),
  OIDC_SCOPE: z
    .string()
    .default('openid')
    .refine((text) => text.split(' ').includes('openid'), 'it must contain "openid"'),
};

type Variables = z.output<z.ZodObject<typeof openIdVariables>>;

/**
 * All of it or none: half of it would let nobody in, or anybody under any card. Throws a `ConfigError`.
 * `isRehearsalHost` names hosts that may be asked over http; `null`: none.
 */
export function openIdConfig(
  env: Variables,
  isRehearsalHost: ((host: string) => boolean) | null,
): OpenIdConfig | null {
  const parts = {
    OIDC_ISSUER: env.OIDC_ISSUER,
    OIDC_CLIENT_ID: env.OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: env.OIDC_CLIENT_SECRET,
    OIDC_CARD_CLAIM: env.OIDC_CARD_CLAIM,
  };
  if (Object.values(parts).every((value) => value === undefined)) return null;
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_CARD_CLAIM: cardClaim,
  } = parts;
  if (!issuer || !clientId || !clientSecret || !cardClaim) {
    const missing = Object.entries(parts).find(([, value]) => value === undefined)?.[0];
    throw new ConfigError(
      'CONFIG_OIDC_INCOMPLETE',
      `${missing}: sign-in by OpenID Connect needs OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET ` +
        'and OIDC_CARD_CLAIM. Set all four, or none.',
    );
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !isRehearsalHost?.(hostname)) {
    throw new ConfigError(
      'CONFIG_OIDC_NOT_SECURE',
      'OIDC_ISSUER: over http anybody on the way could sign in as any reader. Write the https:// ' +
        'address of the provider.',
    );
  }
  if (selfChosenClaims.has(cardClaim)) {
    throw new ConfigError(
      'CONFIG_OIDC_CLAIM',
      `OIDC_CARD_CLAIM: people can change their "${cardClaim}" themselves, and so become somebody ` +
        'else. Name the claim in which the library writes the card number.',
    );
  }
  return { issuer, clientId, clientSecret, cardClaim, scope: env.OIDC_SCOPE };
}

function isIssuer(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { search, hash, username, password } = new URL(address);
  return search === '' && hash === '' && username === '' && password === '';
}
