import type { BotAdapter } from 'botbuilder';
import { onUpgrade } from '../../http/index.ts';
import type { Chat } from '../../signin/index.ts';
import { chatEvents, type Channel } from '../channel.ts';
import { createAddressLimits } from './addressLimits.ts';
import { createAuthenticate } from './authenticate.ts';
import type { Conversation, ConversationParts } from './conversation.ts';
import { createConversations } from './conversations.ts';
import { createCors } from './cors.ts';
import { DirectLineAdapter } from './directLineAdapter.ts';
import type { DirectLineOptions } from './directLineOptions.ts';
import { basePath, type Endpoint } from './endpoint.ts';
import { mountRoutes } from './routes/index.ts';
import { createStream } from './stream.ts';
import { hearOthers, type Hearing } from './hearOthers.ts';
import { sharedTickets } from './sharedTickets.ts';
import { createStreamTickets } from './streamTickets.ts';
import { systemTimers } from './timers.ts';
import { createTokens } from './token.ts';
import { createTurns } from './turns.ts';

export type DirectLineChannel = Channel & {
  /** For middleware and `onTurnError`, which every adapter of the bot gets alike. */
  readonly adapter: BotAdapter;
  /**
   * Ends the chat, for example at sign-out: every token of it is refused from now on, and its sockets
   * close when the turn that runs has said its last words. Does not wait for that turn.
   */
  endSession(chat: Chat): Promise<void>;
};

const tidyEvery = 5000;
/** How long a stop waits for turns that still run. */
const longestStop = 5000;

/**
 * A self-hosted Direct Line 3.0 endpoint below `/v3/directline`, for Microsoft's own clients. Throws
 * when a key, the secret or an origin is unusable. Nothing happens before `mount`.
 */
export function createDirectLineChannel(options: DirectLineOptions): DirectLineChannel {
  const { clock, log, bot, timers = systemTimers } = options;
  const parts: ConversationParts = {
    clock,
    log,
    bot,
    store: options.store,
    mask: options.maskActivity ?? (() => null),
    shared: options.shared?.chats ?? null,
  };
  const conversations = createConversations(parts);
  const find = async (conversationId: string): Promise<Conversation | null> => {
    // Whoever caused the turn has just asked the other instances about it.
    const known = conversations.known(conversationId);
    if (known && !known.isOver) return known;
    const found = await conversations.find(conversationId);
    return typeof found === 'string' ? conversations.justEnded(conversationId) : found;
  };
  const adapter = new DirectLineAdapter({
    runTurn: options.runTurn,
    bot,
    timers,
    now: clock,
    conversation: find,
  });
  const cors = createCors(options.allowedOrigins);
  const tokens = createTokens(options.keys, clock);
  const endpoint: Endpoint = {
    now: clock,
    timers,
    log,
    bot,
    cors,
    tokens,
    conversations,
    tickets: options.shared
      ? sharedTickets(options.shared.tickets, clock)
      : createStreamTickets(clock),
    limits: createAddressLimits(clock, options.isLibraryNetwork ?? (() => false)),
    authenticate: createAuthenticate({
      clock,
      tokens,
      cors,
      conversations,
      secret: options.secret,
    }),
    turns: createTurns({ adapter, bot, now: clock, log }),
    browser: options.browser,
    allowedEvents: clientEvents(options.allowedEvents ?? []),
    publicUrl: options.publicUrl,
    addressOf: options.addressOf ?? ((request) => request.socket.remoteAddress ?? ''),
  };
  const stream = createStream(endpoint);
  let stopTidying = (): void => undefined;
  let hearing: Hearing | undefined;

  const tidy = (): void => {
    for (const conversationId of conversations.tidy()) endpoint.tickets.forget(conversationId);
    endpoint.tickets.tidy();
    tokens.tidy();
    endpoint.limits.tidy();
    stream.tidy();
  };
  const openChat = async (chat: Chat): Promise<Conversation | null> => {
    const found = await conversations.find(chat.conversationId);
    return typeof found !== 'string' && found.record.userId === chat.userId ? found : null;
  };

  return {
    ingress: 'directline',
    adapter,
    mount(server) {
      mountRoutes(server, endpoint);
      onUpgrade(server, basePath, (request, socket, head) => {
        stream.upgrade(request, socket, head).catch(() => socket.destroy());
      });
      stopTidying = timers.every(tidyEvery, tidy);
      hearing = options.shared && hearOthers(options.shared.chats, conversations, log);
    },
    async raise(chat, event) {
      const conversation = await openChat(chat);
      if (event === 'signedOut') conversation?.speech.hideSecrets();
      if (conversation) await endpoint.turns.raise(conversation, chat.userId, event);
    },
    async endSession(chat) {
      const conversation = await openChat(chat);
      if (conversation) await conversations.end(conversation);
    },
    async close() {
      stopTidying();
      let stopWaiting = (): void => undefined;
      const late = new Promise<void>((resolve) => {
        stopWaiting = timers.after(longestStop, resolve);
      });
      await Promise.race([endpoint.turns.settled(), late]);
      stopWaiting();
      stream.close();
      await hearing?.close();
      await Promise.all([...conversations.all()].map((open) => open.saveForRestart()));
    },
  };
}

/** Events of our own code must not be among those that a client may send. */
function clientEvents(names: readonly string[]): ReadonlySet<string> {
  const ours = names.find((name) => (chatEvents as readonly string[]).includes(name));
  if (ours !== undefined)
    throw new Error(`The event "${ours}" is ours. Do not let clients send it.`);
  return new Set(names);
}
