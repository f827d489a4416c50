import type { CardNumber } from '../library/index.ts';
import type { Chat } from './chat.ts';

export type SignedInReader = { readonly card: CardNumber; readonly signedInAt: Date };

export type SignInLink =
  | {
      readonly outcome: 'link';
      /** Absolute address of our sign-in page, good for one success within ten minutes. */
      readonly url: string;
      /** Two digits shown in the chat and on the page, so that the reader can compare. */
      readonly pairingNumber: string;
      /** `sameBrowser`: the page ends the sign-in. `typedCode`: the page shows six digits to type in the chat. */
      readonly method: 'sameBrowser' | 'typedCode';
      readonly expiresAt: Date;
    }
  | { readonly outcome: 'tooMany'; readonly retryAt: Date };

/** `wrong`: one more try is left. `expired`: also after the last wrong try; only a new link helps. */
export type TypedCode = 'signedIn' | 'wrong' | 'expired';

/** Sign-in as the dialogs see it. */
export type SignIn = {
  /** Replaces an older link of the same chat. */
  createLink(chat: Chat): Promise<SignInLink>;
  /** Throws away the open link of the chat, if any. */
  cancelLink(chat: Chat): Promise<void>;
  /** True only between "the page showed a code to this chat's reader" and its end: then six digits are a code. */
  expectsCode(chat: Chat): Promise<boolean>;
  submitCode(chat: Chat, code: string): Promise<TypedCode>;
  /** The signed-in reader of the chat; renews the idle time. `null` when signed out or expired. */
  readerOf(chat: Chat): Promise<SignedInReader | null>;
  signOut(chat: Chat): Promise<void>;
};

/** Called after a chat became signed in on the page (same browser), so that the bot can go on by itself. */
export type SignedInListener = (chat: Chat) => Promise<void>;
