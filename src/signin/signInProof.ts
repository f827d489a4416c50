import type { Chat } from './chat.ts';
import type { SignInMethod } from './chatRecord.ts';

/**
 * How the page knows that the person who types the password is the person in the chat. Links can be
 * sent to somebody else, and codes can be read out to somebody else, so this is where sign-in stands
 * or falls. The shipped proofs let nobody in as somebody else by way of a link; the tests hold
 * weaker ones against the same server to see that they are found out.
 */
export type SignInProof = {
  methodFor(chat: Chat): SignInMethod;
  /** What the right password leads to. `refuse`: not even the form is shown. */
  pageFor(method: SignInMethod, isChatsBrowser: boolean): 'refuse' | 'signIn' | 'showCode';
  /** The chat whose ticket must hold a code that was typed in `chat`. */
  holderOf(chat: Chat, code: string): Promise<Chat>;
};

/**
 * Website: only the browser that opened the chat may use the link, with no way around it, because an
 * attacker would take the way around. Elsewhere we see no browser: the page shows a code that only
 * the chat which asked for the link can use.
 */
export const shippedProof: SignInProof = {
  methodFor: ({ ingress }) => (ingress === 'directline' ? 'sameBrowser' : 'typedCode'),
  pageFor(method, isChatsBrowser) {
    switch (method) {
      case 'sameBrowser':
        return isChatsBrowser ? 'signIn' : 'refuse';
      case 'typedCode':
        return 'showCode';
    }
  },
  holderOf: (chat) => Promise.resolve(chat),
};
