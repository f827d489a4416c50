import { createHash } from 'node:crypto';
import { z } from 'zod';
import { HttpError } from '../../http/index.ts';
import type { Happening, MessengerEvent } from './messengerEvent.ts';

const longestText = 4_000;
const id = z.string().min(1).max(512);

const attachment = z.object({ type: z.string().max(64).catch('file') });

const message = z.object({
  mid: id,
  is_echo: z.boolean().optional(),
  text: z.string().optional(),
  quick_reply: z.object({ payload: z.string().max(1_000) }).optional(),
  attachments: z.array(attachment).optional(),
});

const postback = z.object({
  /** In webhooks of Graph API 11 and later. */
  mid: id.optional(),
  title: z.string().optional(),
  payload: z.string().max(1_000),
});

/** Meta's reference says that all properties are strings; its samples hold numbers. */
const timestamp = z.coerce.number().int().min(0).max(8.64e15);

const messaging = z.object({
  sender: z.object({ id }),
  recipient: z.object({ id }),
  timestamp,
  message: message.optional(),
  postback: postback.optional(),
  referral: z.looseObject({}).optional(),
  optin: z.looseObject({}).optional(),
});

const webhook = z.object({
  object: z.string(),
  entry: z.array(z.object({ id: z.coerce.string(), messaging: z.array(z.unknown()).optional() })),
});

export type ReadWebhook = {
  readonly events: readonly MessengerEvent[];
  /** Events of another shape than the one described: dropped, because Meta would send them again. */
  readonly unreadable: number;
};

/**
 * The events of a signed body that the bot is told of, in the order in which readers made them. Echoes,
 * receipts, reactions, edits, account links, another Page's events and those of another app (`standby`)
 * are left out. Throws an `HttpError` when the body is no notice about a Page.
 */
export function readWebhook(body: unknown, pageId: string): ReadWebhook {
  const parsed = webhook.safeParse(body);
  if (!parsed.success) throw new HttpError(400, 'MalformedData', 'No webhook notice');
  if (parsed.data.object !== 'page') throw new HttpError(404, 'NotFound', 'Not about a Page');

  const events: MessengerEvent[] = [];
  let unreadable = 0;
  for (const entry of parsed.data.entry) {
    if (entry.id !== pageId) continue;
    for (const item of entry.messaging ?? []) {
      const read = messaging.safeParse(item);
      if (!read.success) unreadable += 1;
      else events.push(...eventOf(read.data, pageId));
    }
  }
  // Stable: events of the same millisecond stay as they came.
  return { events: events.sort((one, other) => one.sentAt - other.sentAt), unreadable };
}

function eventOf(item: z.output<typeof messaging>, pageId: string): MessengerEvent[] {
  if (item.recipient.id !== pageId || item.sender.id === pageId) return [];
  const what = happeningOf(item);
  if (!what) return [];
  const userId = item.sender.id;
  const name = 'id' in what && what.id !== null ? [what.id] : [userId, item.timestamp, what];
  const key = createHash('sha256').update(JSON.stringify(name)).digest('base64url');
  return [{ key, userId, sentAt: item.timestamp, what }];
}

function happeningOf(item: z.output<typeof messaging>): Happening | null {
  if (item.postback) {
    const { mid = null, title = '', payload } = item.postback;
    return { kind: 'button', id: mid, title, payload };
  }
  if (item.message) return messageOf(item.message);
  if (item.optin) return { kind: 'notice', name: 'optin' };
  return item.referral ? { kind: 'notice', name: 'referral' } : null;
}

function messageOf(heard: z.output<typeof message>): Happening | null {
  if (heard.is_echo === true) return null;
  const text = (heard.text ?? '').slice(0, longestText);
  if (heard.quick_reply) {
    return { kind: 'button', id: heard.mid, title: text, payload: heard.quick_reply.payload };
  }
  if (text.trim() !== '') return { kind: 'text', id: heard.mid, text };
  return { kind: 'notText', id: heard.mid, contentType: heard.attachments?.[0]?.type ?? 'file' };
}
