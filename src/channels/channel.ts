import type { TurnContext } from 'botbuilder';
import type { Server } from 'restify';
import type { Chat } from '../signin/index.ts';

/** Runs one turn of the bot. Turns of one chat never overlap; the bot sees to that, not the channel. */
export type RunTurn = (context: TurnContext, chat: Chat) => Promise<void>;

/** Events that our own code raises in a chat; a client can never send them. */
export type ChatEvent = (typeof chatEvents)[number];

export const chatEvents = ['signedIn', 'signedOut', 'drawn'] as const;

/** A way for readers to reach the bot. One folder each, wired in `compose.ts`. */
export type Channel = {
  readonly ingress: Chat['ingress'];
  /** Registers the channel's routes. */
  mount(server: Server): void;
  /** Runs a turn of the bot with an event of ours; its replies reach the reader by themselves. */
  raise(chat: Chat, event: ChatEvent): Promise<void>;
  /** Ends what the channel holds open: sockets, timers, buffers on their way to disk. */
  close(): Promise<void>;
};
