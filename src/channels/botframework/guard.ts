import type { IncomingMessage } from 'node:http';
import { HttpError } from '../../http/index.ts';
import type { Log } from '../../log.ts';
import type { InboundActivity } from './activityShape.ts';

/** Why a request was turned away; for the log only, the sender learns the status. */
export type Refusal = {
  readonly status: 400 | 401 | 403 | 503;
  readonly reason:
    | 'PeerNotLocal'
    | 'HostNotLocal'
    | 'FromBrowser'
    | 'Forwarded'
    | 'TokenMissing'
    | 'TokenForeign'
    | 'TokenInvalid'
    | 'KeysUnavailable'
    | 'ChannelNotAllowed'
    | 'ServiceUrlMissing'
    | 'ServiceUrlNotAllowed'
    | 'DeliveryModeNotAllowed'
    | 'GroupConversation';
};

/** The address to which replies go, in a form we wrote or verified ourselves. */
export type Admission = { readonly serviceUrl: string };

/** Decides who may talk to the bot; nothing reaches the SDK without it. */
export type Guard = {
  /** From the head of the request alone, so that strangers do not get a body read. */
  admitRequest(req: IncomingMessage): Refusal | null;
  admitActivity(req: IncomingMessage, activity: InboundActivity): Promise<Admission | Refusal>;
};

/**
 * What is refused through every door: a conversation with several people, in which a code would be
 * read by others, and delivery modes that put replies into the answer to the sender.
 */
export function refuseUnusual(activity: InboundActivity): Refusal | null {
  if ((activity.deliveryMode ?? 'normal') !== 'normal') {
    return { status: 403, reason: 'DeliveryModeNotAllowed' };
  }
  if (activity.conversation.isGroup === true) return { status: 403, reason: 'GroupConversation' };
  return null;
}

/** Logs the reason and throws the `HttpError` that tells nothing of it. */
export function turnAway(log: Log, { status, reason }: Refusal): never {
  log.warn('botframework.refused', { code: reason, status });
  const codes = {
    400: 'BadArgument',
    401: 'Unauthorized',
    403: 'Forbidden',
    503: 'Unavailable',
  } as const;
  throw new HttpError(status, codes[status], reason);
}
