import type { CardNumber } from '../library/index.ts';
import type { Chat } from './chat.ts';
import type { ChatBrowser } from './chatBrowser.ts';
import type { SessionKind } from './chatRecord.ts';
import type { LinkAllowance } from './linkAllowance.ts';
import type { Sessions } from './sessions.ts';
import type { SignIn } from './signIn.ts';
import type { SignInEvent } from './signInEvent.ts';
import type { SignInProof } from './signInProof.ts';
import type { Tickets } from './tickets.ts';

/** Sign-in as the dialogs use it: links, typed codes, sessions. */
export function dialogSignIn(parts: {
  readonly origin: string;
  readonly proof: SignInProof;
  readonly browsers: ChatBrowser;
  readonly allowance: LinkAllowance;
  readonly tickets: Tickets;
  readonly sessions: Sessions;
  readonly startSession: (chat: Chat, card: CardNumber, kind: SessionKind) => Promise<void>;
  readonly record: (event: SignInEvent) => Promise<void>;
}): SignIn {
  const { origin, proof, browsers, allowance, tickets, sessions, startSession, record } = parts;

  return {
    async createLink(chat) {
      const retryAt = await allowance.take(chat);
      if (retryAt) {
        await record({ name: 'linkRefused', chat });
        return { outcome: 'tooMany', retryAt };
      }
      const method = proof.methodFor(chat);
      const bound = method === 'sameBrowser' ? await browsers.boundTo(chat.conversationId) : null;
      const { secret, ticket } = await tickets.create(chat, {
        method,
        browser: bound?.browser ?? null,
        onLibraryComputer: bound?.onLibraryComputer ?? false,
      });
      await record({ name: 'linkCreated', chat });
      return {
        outcome: 'link',
        url: `${origin}/login/${secret}`,
        pairingNumber: ticket.pairingNumber,
        method,
        expiresAt: new Date(ticket.expiresAt),
      };
    },

    cancelLink: (chat) => tickets.cancelOf(chat),
    expectsCode: (chat) => tickets.expectsCode(chat),

    async submitCode(chat, code) {
      const checked = await tickets.checkCode(await proof.holderOf(chat, code), code);
      if (checked.outcome === 'right') {
        await allowance.giveBack(chat, { hash: checked.ticketHash });
        await startSession(chat, checked.card, 'personal');
        return 'signedIn';
      }
      await record({ name: 'codeRefused', chat });
      return checked.outcome;
    },

    async readerOf(chat) {
      const session = await sessions.use(chat);
      return session && { card: session.card, signedInAt: new Date(session.signedInAt) };
    },

    async signOut(chat) {
      await tickets.cancelOf(chat);
      const session = await sessions.end(chat);
      if (session) await record({ name: 'signedOut', card: session.card, chat });
    },
  };
}
