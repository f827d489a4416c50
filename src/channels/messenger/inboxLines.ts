import { z } from 'zod';
import type { MessengerEvent } from './messengerEvent.ts';

const happening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), id: z.string(), text: z.string() }),
  z.strictObject({
    kind: z.literal('button'),
    id: z.string().nullable(),
    title: z.string(),
    payload: z.string(),
  }),
  z.strictObject({ kind: z.literal('notText'), id: z.string(), contentType: z.string() }),
  z.strictObject({ kind: z.literal('notice'), name: z.enum(['referral', 'optin']) }),
]);

export const event = z.strictObject({
  key: z.string(),
  userId: z.string(),
  sentAt: z.number(),
  what: happening,
}) satisfies z.ZodType<MessengerEvent>;

/** A line of the inbox's files. Moments are milliseconds since 1970. */
export const inboxLine = z.union([
  z.strictObject({ kept: event, at: z.number() }),
  /** Without the reader's words: what is left of an event that was answered. */
  z.strictObject({ seen: z.string(), userId: z.string(), at: z.number() }),
  z.strictObject({ done: z.string() }),
  z.strictObject({ started: z.string() }),
]);

export type InboxLine = z.output<typeof inboxLine>;
