import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { KohaError } from './kohaError.ts';
import type { KohaAnswer } from './kohaHttp.ts';
import type { KohaCredentials } from './kohaOptions.ts';

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/** Renewed this long before it ends, in milliseconds: it must survive the request it goes with. */
const margin = 60_000;

export type KohaToken = {
  /** The token at hand, else a new one. Whoever asks meanwhile waits for the same one. */
  current(): Promise<string>;
  /** Forgets `token`, which Koha refused; one that came meanwhile stays. */
  refused(token: string): void;
};

/** Signs the bot in to Koha by OAuth2 client credentials (RFC 6749, section 4.4). */
export function kohaToken(
  post: (path: string, form: URLSearchParams) => Promise<KohaAnswer>,
  { clientId, clientSecret }: KohaCredentials,
  clock: Clock,
): KohaToken {
  let held: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const asked = clock().getTime();
    const { status, body } = await post(
      '/oauth/token',
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }),
    );
    const answer = granted.safeParse(body);
    if (status !== 200 || !answer.success) {
      throw new KohaError(
        'KOHA_CREDENTIALS',
        'Koha refuses KOHA_CLIENT_ID with KOHA_CLIENT_SECRET. Make an API key for the bot in Koha, ' +
          'set both, and switch RESTOAuth2ClientCredentials on.',
      );
    }
    held = {
      token: answer.data.access_token,
      until: asked + answer.data.expires_in * 1000 - margin,
    };
    return held.token;
  }

  return {
    current() {
      if (held && clock().getTime() < held.until) return Promise.resolve(held.token);
      asking ??= ask().finally(() => (asking = null));
      return asking;
    },
    refused(token) {
      if (held?.token === token) held = null;
    },
  };
}
