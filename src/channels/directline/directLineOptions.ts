import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Activity } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { RunTurn } from '../channel.ts';
import type { KeyedRecords } from '../../storage/index.ts';
import type { ConversationStore } from './conversationStore.ts';
import type { BotAccount } from './outbound.ts';
import type { SharedChats } from './sharedChats.ts';
import type { StreamPermission } from './streamTickets.ts';
import type { Timers } from './timers.ts';
import type { TokenKeys } from './token.ts';

/** Ties a conversation to the browser that opened it, for sign-in in the same browser only. */
export type BrowserBinding = {
  /** Makes sure that the browser has its cookie. Returns the SHA-256 of it. */
  ensureBrowser(request: IncomingMessage, response: ServerResponse): string;
  /** The request tells the network and address, by which a computer of the library is known. */
  bindBrowser(conversationId: string, browserHash: string, request: IncomingMessage): Promise<void>;
};

export type DirectLineOptions = {
  readonly runTurn: RunTurn;
  readonly clock: Clock;
  readonly keys: TokenKeys;
  readonly store: ConversationStore;
  readonly browser: BrowserBinding;
  /** Exact origins of the pages that may open a chat. */
  readonly allowedOrigins: readonly string[];
  /** Address readers reach us at, for stream addresses. Null: the host a request was sent to. */
  readonly publicUrl: string | null;
  readonly bot: BotAccount;
  readonly log: Log;
  /** Names of events that a client may send. Default: none. */
  readonly allowedEvents?: readonly string[];
  /** Master key for server-side callers, 32 characters or more. Default: there is none. */
  readonly secret?: string;
  /**
   * The activity as it may be kept ten minutes after it was shown, or null when nothing in it is
   * secret. Called for every activity of bot and reader.
   */
  readonly maskActivity?: (activity: Partial<Activity>) => Partial<Activity> | null;
  /** The client's address, seen through trusted proxies only. Default: the peer's. */
  readonly addressOf?: (request: IncomingMessage) => string;
  /** True for networks of the library, where many readers share an address. Default: none. */
  readonly isLibraryNetwork?: (address: string) => boolean;
  readonly timers?: Timers;
  /** What instances behind one address share. Default: this process serves all chats alone. */
  readonly shared?: {
    readonly chats: SharedChats;
    readonly tickets: KeyedRecords<StreamPermission>;
  };
};
