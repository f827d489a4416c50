import { z } from 'zod';

/** What Meta's reference says of the Send API, written down apart from the program. */
const quickReply = z.strictObject({
  content_type: z.literal('text'),
  title: z.string().min(1).max(20),
  payload: z.string().min(1).max(1_000),
});

const button = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('web_url'),
    title: z.string().min(1).max(20),
    url: z.url({ protocol: /^https?$/ }),
  }),
  z.strictObject({
    type: z.literal('postback'),
    title: z.string().min(1).max(20),
    payload: z.string().min(1).max(1_000),
  }),
  z.strictObject({
    type: z.literal('phone_number'),
    title: z.string().min(1).max(20),
    payload: z.string().regex(/^\+\d{9,15}$/),
  }),
]);

const attachment = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('template'),
    payload: z.strictObject({
      template_type: z.literal('button'),
      text: z.string().min(1).max(640),
      buttons: z.array(button).min(1).max(3),
    }),
  }),
  z.strictObject({
    type: z.literal('image'),
    payload: z.strictObject({ url: z.url({ protocol: /^https$/ }) }),
  }),
]);

const quick_replies = z.array(quickReply).min(1).max(13).optional();

const recipient = z.strictObject({ id: z.string().min(1) });

export const sendRequest = z.union([
  z.strictObject({
    recipient,
    messaging_type: z.literal('RESPONSE'),
    message: z.union([
      z.strictObject({ text: z.string().min(1).max(2_000), quick_replies }),
      z.strictObject({ attachment, quick_replies }),
    ]),
  }),
  z.strictObject({
    recipient,
    sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']),
  }),
]);

export type SendRequest = z.output<typeof sendRequest>;
