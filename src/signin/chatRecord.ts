import type { CardNumber } from '../library/index.ts';
import type { Chat } from './chat.ts';

/**
 * Everything sign-in keeps about a chat, in one record: its open link and its session change
 * together or not at all. Times are milliseconds since 1970, because records are JSON.
 */
export type ChatRecord = {
  readonly chat: Chat;
  /** The newest link; an older one is gone. */
  readonly ticket: Ticket | null;
  readonly session: Session | null;
};

/** `sameBrowser`: the page ends the sign-in. `typedCode`: the page shows digits for the chat. */
export type SignInMethod = 'sameBrowser' | 'typedCode';

export type Ticket = {
  /** SHA-256 of what stands in the link; the link itself is kept nowhere. */
  readonly hash: string;
  readonly method: SignInMethod;
  readonly pairingNumber: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** SHA-256 of the cookie of the browser that opened the chat; `null` when it has none. */
  readonly browser: string | null;
  readonly onLibraryComputer: boolean;
  readonly formTries: number;
  readonly stage: TicketStage;
};

export type TicketStage =
  | { readonly name: 'open' }
  | {
      readonly name: 'codeShown';
      readonly card: CardNumber;
      /** HMAC over the code, the ticket and the chat. */
      readonly codeMark: string;
      readonly expiresAt: number;
      readonly tries: number;
    }
  | { readonly name: 'signedIn' }
  | { readonly name: 'cancelled' }
  /** Too many passwords or too many codes. */
  | { readonly name: 'usedUp' };

export type Session = {
  readonly id: string;
  readonly card: CardNumber;
  readonly kind: SessionKind;
  readonly signedInAt: number;
  readonly seenAt: number;
};

export type SessionKind = 'personal' | 'libraryComputer';

/** A session as others see it who do not use it. */
export type SessionState =
  | { readonly state: 'none' }
  /** It ran out, or the account's newer sessions pushed it out. */
  | { readonly state: 'over'; readonly kind: SessionKind }
  | {
      readonly state: 'live';
      readonly kind: SessionKind;
      readonly endsAt: Date;
      /** False: at `endsAt` it ends whatever the reader does. */
      readonly canStay: boolean;
    };
