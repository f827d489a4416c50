import type { IncomingMessage } from 'node:http';
import type { Log } from '../../log.ts';
import type { AddressLimits } from './addressLimits.ts';
import type { Authenticate, Caller } from './authenticate.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Cors } from './cors.ts';
import type { BrowserBinding } from './directLineOptions.ts';
import type { BotAccount } from './outbound.ts';
import type { StreamTickets } from './streamTickets.ts';
import type { Timers } from './timers.ts';
import type { IssuedToken, Tokens } from './token.ts';
import type { Turns } from './turns.ts';

/** What the routes share. */
export type Endpoint = {
  readonly now: () => Date;
  readonly timers: Timers;
  readonly log: Log;
  readonly bot: BotAccount;
  readonly cors: Cors;
  readonly tokens: Tokens;
  readonly tickets: StreamTickets;
  readonly limits: AddressLimits;
  readonly conversations: Conversations;
  readonly authenticate: Authenticate;
  readonly turns: Turns;
  readonly browser: BrowserBinding;
  readonly allowedEvents: ReadonlySet<string>;
  readonly publicUrl: string | null;
  readonly addressOf: (request: IncomingMessage) => string;
};

export const basePath = '/v3/directline';

/** The address of a stream, which begins with activity number `from`. Good once, for 60 seconds. */
export async function streamUrl(
  endpoint: Endpoint,
  request: IncomingMessage,
  caller: Caller,
  conversation: Conversation,
  from: number,
): Promise<string> {
  const base = endpoint.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`;
  const origin = caller.kind === 'token' ? caller.claims.origin : null;
  const ticket = await endpoint.tickets.issue(conversation.id, { from, origin });
  const server = base.replace(/^http/, 'ws').replace(/\/+$/, '');
  return `${server}${basePath}/conversations/${conversation.id}/stream?t=${ticket}`;
}

/** The members of an answer that hand out a token. */
export function tokenAnswer(conversationId: string, issued: IssuedToken) {
  return { conversationId, token: issued.token, expires_in: issued.expiresIn };
}
