import { z } from 'zod';
import { spokenText } from '../spokenText.ts';
import { DirectLineError } from './directLineError.ts';
import { property, type JsonObject } from './requestBody.ts';

/** What a reader's client may send, cut down to what the bot may see of it. */
export type InboundActivity =
  | {
      readonly type: 'message';
      readonly text?: string;
      /** From a button; any JSON. */
      readonly value?: unknown;
      readonly channelData: InboundChannelData;
    }
  | {
      readonly type: 'event';
      readonly name: string;
      readonly value?: unknown;
      readonly channelData: InboundChannelData;
    }
  | { readonly type: 'typing'; readonly channelData: InboundChannelData };

/** `clientActivityID` is how Web Chat knows its own message again; without it the message shows twice. */
export type InboundChannelData = {
  readonly clientActivityID?: string;
  readonly postBack?: boolean;
};

export type Inbound = {
  readonly activity: InboundActivity;
  /** Whom the client says it is: counts only where a token names no user. */
  readonly senderId: string | null;
};

const shape = z.object({
  type: z.string(),
  text: z.string().optional(),
  name: z.string().max(100).optional(),
  value: z.unknown(),
  attachments: z.array(z.unknown()).nullish(),
  senderId: z.string().max(128).optional(),
  clientActivityID: z.string().max(128).optional(),
  postBack: z.boolean().optional(),
});

/**
 * Reads an activity of a client. What is not named here is dropped: entities, locale, text format and
 * everything that says who and where. Throws a `DirectLineError`.
 */
export function readInbound(body: JsonObject, allowedEvents: ReadonlySet<string>): Inbound {
  const channelData = property(body, 'channelData');
  if (typeof property(body, 'type') !== 'string') throw new DirectLineError('typeMissing');
  const read = shape.safeParse({
    type: property(body, 'type'),
    text: property(body, 'text') ?? undefined,
    name: property(body, 'name') ?? undefined,
    value: property(body, 'value'),
    attachments: property(body, 'attachments'),
    senderId: property(property(body, 'from'), 'id') ?? undefined,
    clientActivityID: property(channelData, 'clientActivityID') ?? undefined,
    postBack: property(channelData, 'postBack') ?? undefined,
  });
  if (!read.success) throw new DirectLineError('activityMalformed');
  if ((read.data.attachments ?? []).length > 0) throw new DirectLineError('attachmentsRefused');
  return {
    activity: readActivity(read.data, allowedEvents),
    senderId: read.data.senderId ?? null,
  };
}

function readActivity(
  read: z.output<typeof shape>,
  allowedEvents: ReadonlySet<string>,
): InboundActivity {
  const channelData = {
    ...(read.clientActivityID === undefined ? {} : { clientActivityID: read.clientActivityID }),
    ...(read.postBack === undefined ? {} : { postBack: read.postBack }),
  };
  const value = read.value === undefined ? {} : { value: read.value };
  switch (read.type) {
    case 'message':
      if (read.text === undefined && read.value === undefined) {
        throw new DirectLineError('textMissing');
      }
      return {
        type: 'message',
        ...(read.text === undefined ? {} : { text: spokenText(read.text) }),
        ...value,
        channelData,
      };
    case 'event':
      if (read.name === undefined || !allowedEvents.has(read.name)) {
        throw new DirectLineError('eventRefused');
      }
      return { type: 'event', name: read.name, ...value, channelData };
    case 'typing':
      return { type: 'typing', channelData };
    default:
      throw new DirectLineError('typeRefused');
  }
}
