import type { CardNumber } from '../../../src/library/index.ts';
import type { Clock } from '../../../src/clock.ts';
import { chatKey, type Chat, type SignIn } from '../../../src/signin/index.ts';

/** The six digits that the page shows. */
export const pageCode = '123456';

/**
 * Sign-in for tests of the dialogs: the page's part is played by `signIn`. The real service, its
 * pages and its attacks have tests of their own.
 */
export type SignInDesk = SignIn & {
  /** The reader signs in on the page; a chat of a typed code gets the code to type. */
  signInOnPage(chat: Chat, card: CardNumber): string | null;
  endSession(chat: Chat): void;
};

export function openSignInDesk(clock: Clock): SignInDesk {
  const links = new Map<string, { code: string | null; card: CardNumber | null }>();
  const sessions = new Map<string, { card: CardNumber; signedInAt: Date }>();
  const method = (chat: Chat): 'sameBrowser' | 'typedCode' =>
    chat.ingress === 'directline' ? 'sameBrowser' : 'typedCode';

  return {
    createLink(chat) {
      links.set(chatKey(chat), { code: null, card: null });
      return Promise.resolve({
        outcome: 'link',
        url: 'https://czat.example/login/ticket',
        pairingNumber: '47',
        method: method(chat),
        expiresAt: new Date(clock().getTime() + 600_000),
      });
    },
    cancelLink(chat) {
      links.delete(chatKey(chat));
      return Promise.resolve();
    },
    expectsCode: (chat) => Promise.resolve(Boolean(links.get(chatKey(chat))?.code)),
    submitCode(chat, code) {
      const link = links.get(chatKey(chat));
      if (!link?.code || !link.card) return Promise.resolve('expired');
      if (link.code !== code) return Promise.resolve('wrong');
      sessions.set(chatKey(chat), { card: link.card, signedInAt: clock() });
      links.delete(chatKey(chat));
      return Promise.resolve('signedIn');
    },
    readerOf: (chat) => Promise.resolve(sessions.get(chatKey(chat)) ?? null),
    signOut(chat) {
      sessions.delete(chatKey(chat));
      return Promise.resolve();
    },
    signInOnPage(chat, card) {
      const link = links.get(chatKey(chat));
      if (!link) throw new Error('The bot showed no link, so nobody can sign in.');
      if (method(chat) === 'typedCode') {
        links.set(chatKey(chat), { code: pageCode, card });
        return pageCode;
      }
      links.delete(chatKey(chat));
      sessions.set(chatKey(chat), { card, signedInAt: clock() });
      return null;
    },
    endSession(chat) {
      sessions.delete(chatKey(chat));
    },
  };
}
