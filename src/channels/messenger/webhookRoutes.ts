import type { Request, Server } from 'restify';
import { HttpError, readBody } from '../../http/index.ts';
import type { Log } from '../../log.ts';
import type { MessengerEvent } from './messengerEvent.ts';
import { readWebhook } from './readWebhook.ts';
import { isSameText, isSignedBy } from './signature.ts';

export const webhookPath = '/api/messenger';
/** A batch of Meta holds up to a thousand events. */
const longestBody = 1024 * 1024;

export type WebhookOptions = {
  readonly pageId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly log: Log;
  /** Resolves when the events are kept; only then is the delivery acknowledged. */
  readonly accept: (events: readonly MessengerEvent[]) => Promise<void>;
};

/** Where Meta asks whether the address is ours, and delivers what readers write. */
export function mountWebhook(server: Server, options: WebhookOptions): void {
  const { pageId, appSecret, verifyToken, log, accept } = options;

  server.get(webhookPath, async (req: Request, res) => {
    const query = new URLSearchParams((req.url ?? '').split('?')[1] ?? '');
    const challenge = query.get('hub.challenge') ?? '';
    const isOurs =
      query.get('hub.mode') === 'subscribe' &&
      isSameText(query.get('hub.verify_token') ?? '', verifyToken) &&
      // Meta sends a number. Anything else would be somebody else's text under our address.
      /^\d{1,20}$/.test(challenge);
    if (!isOurs) throw new HttpError(403, 'Forbidden', 'No subscription of ours');
    res.contentType = 'text/plain';
    res.send(200, challenge);
  });

  server.post(webhookPath, async (req: Request, res) => {
    const rawBody = await readBody(req, longestBody);
    const signature = req.headers['x-hub-signature-256'];
    if (!isSignedBy(appSecret, rawBody, typeof signature === 'string' ? signature : undefined)) {
      throw new HttpError(401, 'Unauthorized', 'The signature is not of our app');
    }
    const { events, unreadable } = readWebhook(parse(rawBody), pageId);
    if (unreadable > 0) log.warn('messenger.unreadable', { count: unreadable });
    await accept(events);
    res.send(200);
  });
}

function parse(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    throw new HttpError(400, 'MalformedData', 'The body is not JSON');
  }
}
