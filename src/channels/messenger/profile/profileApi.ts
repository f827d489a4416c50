import { z } from 'zod';
import { graphVersion, metaGraphUrl } from '../graphAddress.ts';
import { sendErrorOf, SendError } from '../sendError.ts';
import { appSecretProof } from '../signature.ts';
import { profileFields, type MessengerProfile, type ProfileField } from './profileFile.ts';

export type ProfileAccess = {
  readonly appSecret: string;
  readonly pageToken: string;
  /** `null` for Meta. */
  readonly graphUrl: string | null;
};

/** What the Page shows today. Fields are as Meta stores them, so they are only compared. */
export type StoredProfile = Readonly<Partial<Record<ProfileField, unknown>>>;

/** Meta takes ten of these calls in ten minutes. Each rejects with a `SendError`. */
export type ProfileApi = {
  read(): Promise<StoredProfile>;
  set(profile: Partial<MessengerProfile>): Promise<void>;
  remove(fields: readonly ProfileField[]): Promise<void>;
};

const stored = z.object({ data: z.array(z.record(z.string(), z.unknown())) });

export const profileAddress = (graphUrl: string | null): string =>
  `${graphUrl ?? metaGraphUrl}/${graphVersion}/me/messenger_profile`;

export function openProfileApi({ appSecret, pageToken, graphUrl }: ProfileAccess): ProfileApi {
  async function call(method: 'GET' | 'POST' | 'DELETE', body?: object): Promise<unknown> {
    const address = new URL(profileAddress(graphUrl));
    address.searchParams.set('appsecret_proof', appSecretProof(appSecret, pageToken));
    if (!body) address.searchParams.set('fields', profileFields.join(','));
    const response = await fetch(address, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${pageToken}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch((cause: unknown) => {
      throw new SendError('transient', 'no answer', { cause });
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw sendErrorOf(response.status, answer);
    return answer;
  }

  return {
    async read() {
      const all = stored.parse(await call('GET')).data[0] ?? {};
      return Object.fromEntries(Object.entries(all).filter(([name]) => isField(name)));
    },
    async set(profile) {
      await call('POST', profile);
    },
    async remove(fields) {
      await call('DELETE', { fields });
    },
  };
}

function isField(name: string): name is ProfileField {
  return profileFields.some((field) => field === name);
}
