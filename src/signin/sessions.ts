import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { CardNumber } from '../library/index.ts';
import type { Chat } from './chat.ts';
import type { ChatRecord, Session, SessionKind, SessionState } from './chatRecord.ts';
import type { ChatRecords } from './chatRecords.ts';
import type { Records } from './records.ts';
import type { SignInPolicy } from './signInPolicy.ts';

/** The sessions of one account, oldest first. A session that is not listed here is over. */
export type AccountSessions = readonly { readonly id: string; readonly endsAt: number }[];

/** Who is signed in where. */
export type Sessions = {
  /** A new session for the chat; the account's oldest ones end when there are too many. */
  start(chat: Chat, card: CardNumber, kind: SessionKind): Promise<void>;
  /** The live session of the chat, which counts as used now. */
  use(chat: Chat): Promise<Session | null>;
  /** What became of the chat's session; does not count as use. */
  stateOf(chat: Chat): Promise<SessionState>;
  /** Ends the chat's session; `null` when there was none. */
  end(chat: Chat): Promise<Session | null>;
  /** Ends every session of the account: the password changed, or staff says so. */
  endAll(card: CardNumber): Promise<void>;
};

export function openSessions(parts: {
  readonly chats: ChatRecords;
  /** By the account's pseudonym. */
  readonly accounts: Records<AccountSessions>;
  readonly pseudonymOf: (card: string) => string;
  readonly clock: Clock;
  readonly policy: SignInPolicy['session'];
}): Sessions {
  const { chats, accounts, pseudonymOf, clock, policy } = parts;

  function endOf({ kind, signedInAt, seenAt }: Session): { at: number; isFinal: boolean } {
    const { idle, absolute } = policy[kind];
    const [idleEnd, lastEnd] = [seenAt + idle, signedInAt + absolute];
    return { at: Math.min(idleEnd, lastEnd), isFinal: lastEnd <= idleEnd };
  }

  async function isLive(session: Session, now: number): Promise<boolean> {
    return now < endOf(session).at && (await isListed(session));
  }

  async function isListed({ id, card }: Session): Promise<boolean> {
    const listed = await accounts.get(pseudonymOf(card));
    return listed?.some((one) => one.id === id) ?? false;
  }

  async function list(
    card: CardNumber,
    change: (live: AccountSessions) => AccountSessions,
  ): Promise<void> {
    const now = clock().getTime();
    await accounts.update(pseudonymOf(card), (current) => {
      const value = change((current ?? []).filter(({ endsAt }) => now < endsAt));
      const newest = value.at(-1);
      if (!newest) return null;
      return { value, expiresAt: new Date(Math.max(...value.map(({ endsAt }) => endsAt))) };
    });
  }

  return {
    async start(chat, card, kind) {
      const now = clock().getTime();
      const id = randomBytes(16).toString('base64url');
      const session: Session = { id, card, kind, signedInAt: now, seenAt: now };
      await chats.change(chat, (record) => ({ ...record, session }));
      const endsAt = now + policy[kind].absolute;
      await list(card, (live) => [...live, { id, endsAt }].slice(-policy.perAccount));
    },

    async use(chat) {
      const { session } = await chats.read(chat);
      const now = clock().getTime();
      if (!session || !(await isLive(session, now))) return null;
      if (now - session.seenAt >= policy.renewEvery) {
        await chats.change(chat, (record) => seenAt(record, session.id, now));
      }
      return session;
    },

    async stateOf(chat) {
      const { session } = await chats.read(chat);
      if (!session) return { state: 'none' };
      const { kind } = session;
      if (!(await isLive(session, clock().getTime()))) return { state: 'over', kind };
      const { at, isFinal } = endOf(session);
      return { state: 'live', kind, endsAt: new Date(at), canStay: !isFinal };
    },

    async end(chat) {
      let ended: Session | null = null;
      await chats.change(chat, (record) => {
        ended = record.session;
        return { ...record, session: null };
      });
      // The compiler does not see that the callback above has run.
      const session = ended as Session | null;
      if (session) await list(session.card, (live) => live.filter(({ id }) => id !== session.id));
      return session;
    },

    async endAll(card) {
      await accounts.delete(pseudonymOf(card));
    },
  };
}

/** Marks the session as used, unless it ended or another one began meanwhile. */
function seenAt(record: ChatRecord, id: string, now: number): ChatRecord {
  const { session } = record;
  return session?.id === id ? { ...record, session: { ...session, seenAt: now } } : record;
}
