import { z } from 'zod';
import type { Clock } from '../../clock.ts';

/** Microsoft asks for a refresh once a day at least. */
const STALE_AFTER_MS = 24 * 3_600_000;
/** A made-up key id must not make us call Microsoft for every request. */
const REFRESH_AFTER_MS = 60_000;
const FIRST_RETRY_AFTER_MS = 5_000;
const FETCH_TIMEOUT_MS = 5_000;

const metadata = z.object({ jwks_uri: z.url() });
const signingKey = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  /** The channels for which the key speaks. */
  endorsements: z.array(z.string()).default([]),
});
const keySet = z.object({ keys: z.array(z.unknown()) });

export type SigningKey = z.output<typeof signingKey>;

/** The keys with which the Bot Framework signs what it sends us. */
export type SigningKeys = {
  /** Rejects with a `SigningKeysError` when no key could ever be fetched. */
  find(kid: string): Promise<SigningKey | null>;
};

export class SigningKeysError extends Error {
  readonly code = 'SIGNING_KEYS_UNREACHABLE';

  constructor(cause: unknown) {
    super(
      'The keys of the Bot Framework cannot be fetched. Allow HTTPS to login.botframework.com.',
      {
        cause,
      },
    );
    this.name = 'SigningKeysError';
  }
}

/** Fetches the keys when they are first needed and keeps them; old keys outlive a failed refresh. */
export function createSigningKeys(metadataUrl: string, clock: Clock): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> | null = null;
  let fetchedAt = -Infinity;
  let triedAt = -Infinity;
  let failure: unknown = null;
  let refreshing: Promise<void> | null = null;

  async function refresh(): Promise<void> {
    triedAt = clock().getTime();
    try {
      keys = await fetchKeys(metadataUrl);
      fetchedAt = triedAt;
    } catch (error) {
      failure = error;
    } finally {
      refreshing = null;
    }
  }

  return {
    async find(kid) {
      const now = clock().getTime();
      const isWanted = !keys?.has(kid) || now - fetchedAt > STALE_AFTER_MS;
      const pause = keys ? REFRESH_AFTER_MS : FIRST_RETRY_AFTER_MS;
      if (isWanted && now - triedAt > pause) refreshing ??= refresh();
      if (refreshing) await refreshing;
      if (!keys) throw new SigningKeysError(failure);
      return keys.get(kid) ?? null;
    },
  };
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadata.parse(await fetchJson(metadataUrl));
  const { keys } = keySet.parse(await fetchJson(jwks_uri));
  const usable = keys.flatMap((key) => signingKey.safeParse(key).data ?? []);
  return new Map(usable.map((key) => [key.kid, key]));
}

async function fetchJson(url: string): Promise<unknown> {
  const answer = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`${new URL(url).hostname} answered ${answer.status}`);
  return answer.json();
}
