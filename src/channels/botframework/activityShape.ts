import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { HttpError } from '../../http/index.ts';
import { spokenText } from '../spokenText.ts';

export const LOCALE = 'pl-PL';

/** Becomes part of an address and a header of the connector: "." and ".." would climb in its path. */
const pathId = z
  .string()
  .max(512)
  .regex(/^[\x20-\x7e]+$/)
  .refine((id) => !/^\.{1,2}$/.test(id));

/** What we can do without is dropped when it has the wrong shape, instead of refusing a reader. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.optional().catch(() => undefined);

const account = z.object({
  id: z.string().min(1).max(512),
  name: optional(z.string().max(256)),
  role: optional(z.string().max(32)),
});

const inboundActivity = z.object({
  type: z.string().min(1).max(64),
  id: pathId.optional(),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().max(2_048).default(''),
  from: account,
  // Only the Playground's hand-made activities come without one.
  recipient: account.default({ id: 'bot', name: undefined, role: 'bot' }),
  conversation: z.object({
    id: pathId,
    name: optional(z.string().max(256)),
    isGroup: optional(z.boolean()),
    conversationType: optional(z.string().max(64)),
    tenantId: optional(z.string().max(256)),
  }),
  deliveryMode: z.string().max(64).optional(),
  name: z.string().max(128).optional(),
  text: z.string().transform(spokenText).optional(),
  textFormat: optional(z.string().max(32)),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
  replyToId: optional(pathId),
  entities: optional(z.array(z.looseObject({}))),
  attachments: optional(z.array(z.looseObject({}))),
  membersAdded: z.array(account).max(100).optional(),
  membersRemoved: z.array(account).max(100).optional(),
});

/** An activity whose shape was checked; fields the bot has no use for are gone. */
export type InboundActivity = z.output<typeof inboundActivity>;

/** Throws an `HttpError` 400 for anything that is no activity, `{}` included. */
export function parseActivity(body: unknown): InboundActivity {
  const parsed = inboundActivity.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new HttpError(400, 'BadArgument', 'The body is no activity');
}

/**
 * The activity as the bot gets it. Time and language are ours: a sender could choose a moment of
 * another month, and the Emulator says en-US whatever the staff speak.
 */
export function activityForBot(
  activity: InboundActivity,
  { serviceUrl, now }: { readonly serviceUrl: string; readonly now: Date },
): Activity {
  // The schema names what we read; `Activity` demands fields that no client sends.
  return { ...activity, serviceUrl, locale: LOCALE, timestamp: now } as unknown as Activity;
}
