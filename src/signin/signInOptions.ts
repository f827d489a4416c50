import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';
import type { Clock } from '../clock.ts';
import type { Keys } from '../storage/index.ts';
import type { CardNumber, ReaderAccounts } from '../library/index.ts';
import type { Log } from '../log.ts';
import type { Say } from '../text/index.ts';
import type { Chat } from './chat.ts';
import type { SessionState } from './chatRecord.ts';
import type { IdentityProvider } from './oidc/identityProvider.ts';
import type { Pause } from './passwordCheck.ts';
import type { OpenRecords } from './records.ts';
import type { SignedInListener, SignIn } from './signIn.ts';
import type { SignInAudit } from './signInEvent.ts';
import type { SignInPolicy } from './signInPolicy.ts';

export type SignInOptions = {
  readonly accounts: ReaderAccounts;
  /** Checks who the reader is in place of `accounts`. Default: card and password on our page. */
  readonly provider?: IdentityProvider | null;
  readonly clock: Clock;
  /** Origin under which readers reach this server: https, or http on a loopback address. */
  readonly publicUrl: string;
  readonly openRecords: OpenRecords;
  /** Keys of their own for each purpose, the same after a restart: the newest makes, all check. */
  readonly deriveKeys: (purpose: string) => Keys;
  readonly say: Say;
  readonly library: {
    readonly name: string;
    /** The privacy notice, linked before any data is asked for. */
    readonly privacyPage: string;
  };
  readonly onSignedIn: SignedInListener;
  /** The client's address, seen through trusted proxies only. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** True for the networks of the library's own computers. */
  readonly isLibraryNetwork: (address: string) => boolean;
  readonly audit: SignInAudit;
  readonly log: Log;
  /** Default: the policy of `signInPolicy.ts`. */
  readonly policy?: SignInPolicy;
  /** Default: waits for real. */
  readonly pause?: Pause;
};

/** Sign-in as the rest of the program sees it: dialogs by `SignIn`, channels and staff by the rest. */
export type SignInService = SignIn & {
  /** Registers /login and what belongs to it. */
  mount(server: Server): void;
  /**
   * Gives the browser of a new web chat its cookie unless it has one; returns the cookie's hash. On a
   * computer of the library every chat gets a new one: a link that an earlier reader left behind is
   * no longer good in this browser.
   */
  ensureBrowser(
    request: IncomingMessage,
    response: ServerResponse,
    computer?: { readonly isLibraryComputer: boolean },
  ): string;
  /** Takes the cookies of a chat away from its browser. */
  forgetBrowser(response: ServerResponse): void;
  /** Ties a web conversation to a browser; links of the chat open in no other one. */
  bindBrowser(
    conversationId: string,
    browserHash: string,
    computer?: { readonly isLibraryComputer: boolean },
  ): Promise<void>;
  /** What became of the session of the chat, and when it ends. Does not renew the idle time. */
  sessionStateOf(chat: Chat): Promise<SessionState>;
  /** How many live sessions the card has, in all chats. */
  sessionsOf(card: CardNumber): Promise<number>;
  /** Ends every session of the card: its password changed, its data was erased, or staff says so. */
  endSessions(card: CardNumber): Promise<void>;
  /** Forgets the failures of a card that is stopped after too many of them. For staff. */
  unlock(card: string): Promise<void>;
  /** Deletes what has expired; returns how many records that were. */
  purge(): Promise<number>;
  close(): Promise<void>;
};
