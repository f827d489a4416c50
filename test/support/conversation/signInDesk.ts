import type { CardNumber } from '../../../src/library/index.ts';
import type { Clock } from '../../../src/clock.ts';
import type { AccountSessions } from '../../../src/privacy/index.ts';
import { chatKey, signInPolicy, type Chat, type SignIn } from '../../../src/signin/index.ts';

/** The six digits that the page shows. */
export const pageCode = '123456';

const hour = 60 * 60 * 1000;
const { ticket, code: codePolicy, session: sessionPolicy } = signInPolicy;

/**
 * Sign-in for tests of the dialogs: the page's part is played by `signInOnPage`, the rest keeps the
 * real policy's times and numbers. The real service, its pages and its attacks have tests of their
 * own.
 */
export type SignInDesk = SignIn &
  AccountSessions & {
    /** The reader signs in on the page; a chat of a typed code gets the code to type. */
    signInOnPage(chat: Chat, card: CardNumber): string | null;
    endSession(chat: Chat): void;
  };

type Link = { readonly expiresAt: number; readonly shown: ShownCode | null };
type ShownCode = { readonly card: CardNumber; readonly expiresAt: number; readonly tries: number };
type Session = { readonly card: CardNumber; readonly signedInAt: number; readonly seenAt: number };

export function openSignInDesk(clock: Clock): SignInDesk {
  const links = new Map<string, Link>();
  const sessions = new Map<string, Session>();
  /** When links were made on whose page somebody was checked and did not get in. */
  const linksTried = new Map<string, number[]>();
  const now = (): number => clock().getTime();

  function startSession(chat: Chat, card: CardNumber): void {
    links.delete(chatKey(chat));
    linksTried.set(chatKey(chat), linksTried.get(chatKey(chat))?.slice(0, -1) ?? []);
    sessions.set(chatKey(chat), { card, signedInAt: now(), seenAt: now() });
  }

  function shownCode(chat: Chat): ShownCode | null {
    const shown = links.get(chatKey(chat))?.shown ?? null;
    return shown && now() < shown.expiresAt ? shown : null;
  }

  return {
    createLink(chat) {
      const tried = linksTried.get(chatKey(chat)) ?? [];
      const lastHour = tried.filter((at) => now() - at < hour);
      const blocking = lastHour.at(-ticket.perHour);
      if (blocking !== undefined) {
        return Promise.resolve({ outcome: 'tooMany', retryAt: new Date(blocking + hour) });
      }
      const expiresAt = now() + ticket.lifetime;
      links.set(chatKey(chat), { expiresAt, shown: null });
      return Promise.resolve({
        outcome: 'link',
        url: 'https://czat.example/login/ticket',
        pairingNumber: '47',
        method: methodOf(chat),
        expiresAt: new Date(expiresAt),
      });
    },
    cancelLink(chat) {
      links.delete(chatKey(chat));
      return Promise.resolve();
    },
    expectsCode: (chat) => Promise.resolve(shownCode(chat) !== null),
    submitCode(chat, code) {
      const shown = shownCode(chat);
      if (!shown) return Promise.resolve('expired');
      if (code === pageCode) {
        startSession(chat, shown.card);
        return Promise.resolve('signedIn');
      }
      const tries = shown.tries + 1;
      if (tries >= codePolicy.tries) {
        links.delete(chatKey(chat));
        return Promise.resolve('expired');
      }
      links.set(chatKey(chat), { expiresAt: shown.expiresAt, shown: { ...shown, tries } });
      return Promise.resolve('wrong');
    },
    readerOf(chat) {
      const session = sessions.get(chatKey(chat));
      if (!session || isOver(session, now())) return Promise.resolve(null);
      sessions.set(chatKey(chat), { ...session, seenAt: now() });
      return Promise.resolve({ card: session.card, signedInAt: new Date(session.signedInAt) });
    },
    signOut(chat) {
      links.delete(chatKey(chat));
      sessions.delete(chatKey(chat));
      return Promise.resolve();
    },
    signInOnPage(chat, card) {
      const link = links.get(chatKey(chat));
      if (!link || link.shown || now() >= link.expiresAt) {
        throw new Error('The chat holds no link that works, so nobody can sign in.');
      }
      if (methodOf(chat) === 'typedCode') {
        linksTried.set(chatKey(chat), [...(linksTried.get(chatKey(chat)) ?? []), now()]);
        const shown = { card, expiresAt: now() + codePolicy.lifetime, tries: 0 };
        links.set(chatKey(chat), { ...link, shown });
        return pageCode;
      }
      startSession(chat, card);
      return null;
    },
    sessionsOf: (card) =>
      Promise.resolve([...sessions.values()].filter((one) => one.card === card).length),
    endSessions(card) {
      for (const [key, one] of sessions) if (one.card === card) sessions.delete(key);
      return Promise.resolve();
    },
    unlock: () => Promise.resolve(),
    endSession(chat) {
      sessions.delete(chatKey(chat));
    },
  };
}

function methodOf(chat: Chat): 'sameBrowser' | 'typedCode' {
  return chat.ingress === 'directline' ? 'sameBrowser' : 'typedCode';
}

function isOver({ signedInAt, seenAt }: Session, now: number): boolean {
  const { idle, absolute } = sessionPolicy.personal;
  return now >= seenAt + idle || now >= signedInAt + absolute;
}
