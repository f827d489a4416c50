import type { Activity } from 'botbuilder';
import type { InboundActivity } from './inbound.ts';

export type BotAccount = { readonly id: string; readonly name: string };

export const channelId = 'directline';
export const locale = 'pl-PL';
/** The bot demands an address to answer to; replies never travel by it. */
export const serviceUrl = 'urn:legimi-chatbot:directline';

/** Where and when an activity is said, as our own code knows it. */
export type Place = {
  readonly conversationId: string;
  readonly userId: string;
  readonly bot: BotAccount;
  readonly now: Date;
};

/** The reader's activity as the bot gets it. Nothing about identity, place or time is the client's. */
export function activityForBot(
  activity: InboundActivity | { readonly type: 'event'; readonly name: string },
  id: string,
  place: Place,
): Partial<Activity> {
  return {
    ...activity,
    ...(activity.type === 'message' ? { textFormat: 'plain' } : {}),
    id,
    ...addressOf(place),
  };
}

/** One of the two activities that tell the bot who joined: itself first, then the reader. */
export function joinedActivity(who: 'bot' | 'user', id: string, place: Place): Partial<Activity> {
  return {
    type: 'conversationUpdate',
    id,
    membersAdded: [who === 'bot' ? place.bot : { id: place.userId, name: '' }],
    membersRemoved: [],
    ...addressOf(place),
  };
}

/** The reader's own activity as clients see it. */
export function echoForClients(
  activity: InboundActivity,
  id: string,
  place: Place,
): Partial<Activity> {
  return {
    ...activity,
    ...(activity.type === 'message' ? { textFormat: 'plain' } : {}),
    id,
    channelId,
    conversation: conversationOf(place),
    from: { id: place.userId, name: '', role: 'user' },
    locale,
    timestamp: place.now,
  };
}

/**
 * A bot's activity as clients see it. `replyToId` is given only for an activity that clients saw:
 * Web Chat holds a reply to an unknown one back for five seconds.
 */
export function replyForClients(
  activity: Partial<Activity>,
  id: string | null,
  replyToId: string | null,
  place: Omit<Place, 'userId'>,
): Partial<Activity> {
  // Not `delete`, which makes an object that is slow to copy and to turn into JSON.
  const { id: _id, replyToId: _to, recipient: _reader, serviceUrl: _address, ...shown } = activity;
  return {
    ...shown,
    ...(id === null ? {} : { id }),
    channelId,
    conversation: conversationOf(place),
    from: { ...place.bot, role: 'bot' },
    timestamp: place.now,
    ...(replyToId === null ? {} : { replyToId }),
  };
}

function addressOf(place: Place) {
  return {
    channelId,
    serviceUrl,
    locale,
    timestamp: place.now,
    conversation: conversationOf(place),
    from: { id: place.userId, name: '', role: 'user' },
    recipient: { ...place.bot, role: 'bot' },
  };
}

function conversationOf({ conversationId }: { conversationId: string }): Activity['conversation'] {
  // The SDK's type demands fields that Direct Line does not have.
  return { id: conversationId } as Activity['conversation'];
}
