import { setTimeout as pauseForReal } from 'node:timers/promises';
import { z } from 'zod';
import { graphVersion, metaGraphUrl } from './graphAddress.ts';
import type { Outgoing } from './outgoing.ts';
import { SendError, sendErrorOf } from './sendError.ts';
import { appSecretProof } from './signature.ts';

/** The Page, and what proves that we speak for it. */
export type MessengerPage = {
  readonly pageId: string;
  readonly appSecret: string;
  readonly pageToken: string;
};

export type GraphApi = {
  /** Sends to a reader; returns the message's id. Rejects with a `SendError` when retries do not help. */
  send(userId: string, outgoing: Outgoing): Promise<string>;
};

export type GraphApiOptions = {
  readonly page: MessengerPage;
  readonly graphUrl?: string;
  readonly timeoutMs?: number;
  /** Waits between two tries, in milliseconds. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
};

const retries = 3;
const firstPause = 500;

const sent = z.object({ message_id: z.string().default('') });

/** The Send API of Messenger for one Page. */
export function createGraphApi({
  page,
  graphUrl = metaGraphUrl,
  timeoutMs = 10_000,
  pause = (milliseconds) => pauseForReal(milliseconds),
}: GraphApiOptions): GraphApi {
  const address = new URL(`${graphUrl}/${graphVersion}/${page.pageId}/messages`);
  address.searchParams.set('appsecret_proof', appSecretProof(page.appSecret, page.pageToken));

  async function post(body: object): Promise<string> {
    const response = await fetch(address, {
      method: 'POST',
      // Whoever answers for Meta has no business sending our token elsewhere.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${page.pageToken}`,
      },
      body: JSON.stringify(body),
    }).catch((cause: unknown) => {
      throw new SendError('transient', 'no answer', { cause });
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw sendErrorOf(response.status, answer);
    return sent.safeParse(answer).data?.message_id ?? '';
  }

  return {
    async send(userId, outgoing) {
      const body = {
        recipient: { id: userId },
        ...('message' in outgoing ? { messaging_type: 'RESPONSE' } : {}),
        ...outgoing,
      };
      for (let tried = 0; ; tried += 1) {
        try {
          return await post(body);
        } catch (error) {
          if (!(error instanceof SendError) || !error.isRetried || tried === retries) throw error;
          await pause(firstPause * 2 ** tried * (1 + Math.random() / 4));
        }
      }
    },
  };
}
