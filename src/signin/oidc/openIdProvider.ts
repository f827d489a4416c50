import * as client from 'openid-client';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { answerOfError } from './answerOfError.ts';
import { cardOf } from './cardOf.ts';
import type { IdentityProvider } from './identityProvider.ts';

export type OpenIdSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the number of the library card. */
  readonly cardClaim: string;
  /** Space separated; always with `openid`. */
  readonly scope: string;
};

/** Paths on our server that must be registered with the provider. */
export const callbackPath = '/login/callback';
export const signedOutPath = '/login/signed-out';

/** Seconds that a reader waits for the provider before we say that it does not answer. */
const patience = 10;

/**
 * An OpenID Connect provider: code flow with PKCE (S256), state, nonce and signed ID tokens. Found
 * by discovery when the first reader needs it, so that a provider in trouble does not stop the start.
 */
export function openIdProvider(
  settings: OpenIdSettings,
  parts: { readonly publicUrl: string; readonly clock: Clock; readonly log: Log },
): IdentityProvider {
  const { publicUrl, clock, log } = parts;
  const issuer = new URL(settings.issuer);
  let found: Promise<client.Configuration> | null = null;

  function provider(): Promise<client.Configuration> {
    found ??= discover(settings, issuer);
    return found;
  }

  /** What the provider changed meanwhile is found out at the next try. */
  function lookAgain(error: unknown): null {
    log.error('signin.providerUnavailable', { error });
    found = null;
    return null;
  }

  return {
    host: issuer.host,
    newVisit: () => ({
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    }),

    async signInAddress({ state, nonce, verifier }, asksAgain) {
      try {
        const parameters = {
          redirect_uri: publicUrl + callbackPath,
          scope: settings.scope,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
          ...(asksAgain && { prompt: 'login', max_age: '0' }),
        };
        return client.buildAuthorizationUrl(await provider(), parameters).href;
      } catch (error) {
        return lookAgain(error);
      }
    },

    async identify(answer, { state, nonce, verifier }, since) {
      const url = new URL(`${publicUrl}${callbackPath}?${answer}`);
      try {
        const configuration = await provider();
        const tokens = await client.authorizationCodeGrant(configuration, url, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          ...(since && { maxAge: secondsFrom(since, clock()) }),
        });
        const claims = tokens.claims();
        if (!claims) return { outcome: 'refused' };
        const card =
          cardOf(claims[settings.cardClaim]) ??
          cardOf(
            (await client.fetchUserInfo(configuration, tokens.access_token, claims.sub))[
              settings.cardClaim
            ],
          );
        return card === null ? { outcome: 'noCard' } : { outcome: 'right', card };
      } catch (error) {
        const outcome = answerOfError(error);
        if (outcome === 'unavailable') lookAgain(error);
        if (outcome === 'refused') log.warn('signin.providerRefused', { error });
        return { outcome };
      }
    },

    async signOutAddress() {
      try {
        const configuration = await provider();
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
        return client.buildEndSessionUrl(configuration, {
          post_logout_redirect_uri: publicUrl + signedOutPath,
        }).href;
      } catch (error) {
        return lookAgain(error);
      }
    },
  };
}

function discover(settings: OpenIdSettings, issuer: URL): Promise<client.Configuration> {
  const isPlain = issuer.protocol === 'http:';
  return client.discovery(
    issuer,
    settings.clientId,
    { client_secret: settings.clientSecret },
    client.ClientSecretBasic(settings.clientSecret),
    {
      timeout: patience,
      execute: [
        // The signature is checked although the token comes straight from the provider (ASVS 9.1.1).
        client.enableNonRepudiationChecks,
        // The configuration lets http through on loopback only, and never in production.
        ...(isPlain ? [client.allowInsecureRequests] : []),
      ],
    },
  );
}

function secondsFrom(since: Date, now: Date): number {
  return Math.max(0, Math.ceil((now.getTime() - since.getTime()) / 1000));
}
