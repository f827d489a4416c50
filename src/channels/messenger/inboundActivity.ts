import type { Activity } from 'botbuilder';
import type { Chat } from '../../signin/index.ts';
import type { Happening, MessengerEvent } from './messengerEvent.ts';

/** The name that Bot Framework has for Messenger. */
export const channelId = 'facebook';
/** The bot demands an address to answer to; replies never travel by it. */
const serviceUrl = 'urn:messenger';

/** Lines of the menu have payloads such as `v1:action.claim`. */
const verb = /^v\d+:/;

/**
 * The words that a button of ours stands for, by its payload; `null` for a payload of no menu. Buttons
 * under a message have their own words as payload.
 */
export type WordsOf = (payload: string) => string | null;

/** The chat of a reader with our Page. */
export function chatWith(userId: string, pageId: string): Chat {
  return { ingress: 'messenger', channelId, conversationId: `${pageId}:${userId}`, userId };
}

/** The event as the bot gets it. Nothing in it says who is signed in. */
export function activityForBot(
  { userId, sentAt, what }: MessengerEvent,
  pageId: string,
  wordsOf: WordsOf,
): Partial<Activity> {
  return { ...addressOf(userId, pageId, new Date(sentAt)), ...contentOf(what, wordsOf) };
}

/** An event that our own code raises. */
export function eventForBot(
  name: string,
  userId: string,
  pageId: string,
  now: Date,
): Partial<Activity> {
  return { ...addressOf(userId, pageId, now), type: 'event', name };
}

function contentOf(what: Happening, wordsOf: WordsOf): Partial<Activity> {
  switch (what.kind) {
    case 'text':
      return { type: 'message', id: what.id, text: what.text, textFormat: 'plain' };
    case 'button':
      return {
        type: 'message',
        ...(what.id === null ? {} : { id: what.id }),
        text: wordsOf(what.payload) ?? wordsUnder(what),
        textFormat: 'plain',
        value: what.payload,
      };
    case 'notText':
      return {
        type: 'message',
        id: what.id,
        text: '',
        attachments: [{ contentType: what.contentType }],
      };
    case 'notice':
      // With a prefix, so that no sender can say "signedIn".
      return { type: 'event', name: `messenger.${what.name}` };
  }
}

/** Messenger may have shortened the title; the payload of a button under a message is all its words. */
function wordsUnder({
  title,
  payload,
}: {
  readonly title: string;
  readonly payload: string;
}): string {
  return verb.test(payload) ? title : payload;
}

function addressOf(userId: string, pageId: string, timestamp: Date): Partial<Activity> {
  return {
    channelId,
    serviceUrl,
    locale: 'pl-PL',
    timestamp,
    // The SDK's type demands fields that Messenger does not have.
    conversation: { id: `${pageId}:${userId}` } as Activity['conversation'],
    from: { id: userId, name: '', role: 'user' },
    recipient: { id: pageId, name: '', role: 'bot' },
  };
}
