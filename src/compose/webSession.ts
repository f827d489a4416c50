import type { Activity, TurnContext } from 'botbuilder';
import type { RunTurn } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import {
  chatKey,
  signInPolicy,
  type Chat,
  type SessionKind,
  type SessionState,
  type SignInService,
} from '../signin/index.ts';
import type { PageEvent, SessionEnd } from '../web/index.ts';
import { shownCodeOf } from './shownCode.ts';

/** Events that the chat page may send; they reach no dialog. */
export const pageEvents: readonly PageEvent[] = ['session', 'stay', 'leave'];

/** How long a code may stand on a shared computer before the reader must say that more time is needed. */
const afterCode = 60_000;

const longest = signInPolicy.session.personal.absolute;

type LiveSession = Extract<SessionState, { state: 'live' }>;

export type WebSessionParts = {
  readonly runTurn: RunTurn;
  readonly signIn: Pick<SignInService, 'readerOf' | 'sessionStateOf' | 'signOut'>;
  readonly clock: Clock;
  /** Tells the bot, which tells the reader, that the session ended. */
  readonly tellOver: (chat: Chat) => Promise<void>;
  /** Ends the conversation for good. */
  readonly endChat: (chat: Chat) => Promise<void>;
  /** True for an error of a store that takes no part for a while. */
  readonly isStoreAway: (error: unknown) => boolean;
};

/**
 * Turns of the website's chat, which knows when its session ends. Every message counts as use of the
 * session (WCAG 2.1, 2.2.1: only silence runs out), and after every turn of a signed-in chat the page
 * gets the event `sessionEnds`. A session that ran out is closed here, once, and on a shared computer
 * the conversation with it. While nobody can tell whether a session lives, the page hears nothing of it,
 * and the bot answers what needs none.
 */
export function webSessionTurns(parts: WebSessionParts): RunTurn {
  const { runTurn, signIn, clock, tellOver, endChat, isStoreAway } = parts;
  const signedIn = recentChats(clock);
  const closing = new Map<string, Promise<void>>();

  function awayOnly(error: unknown): 'away' {
    if (isStoreAway(error)) return 'away';
    throw error;
  }

  async function leave(chat: Chat): Promise<void> {
    signedIn.delete(chat);
    // A conversation that is over leads to no session, and silence ends that one soon.
    await signIn.signOut(chat).catch(awayOnly);
    await endChat(chat);
  }

  async function close(chat: Chat, kind: SessionKind): Promise<void> {
    await signIn.signOut(chat);
    await (kind === 'libraryComputer' ? endChat(chat) : tellOver(chat));
  }

  /**
   * The chat's live session; one that is over is closed, once for all windows of the chat. `ended`: the
   * conversation is over with it.
   */
  async function sessionOf(chat: Chat): Promise<LiveSession | 'none' | 'ended'> {
    const session = await signIn.sessionStateOf(chat);
    if (session.state === 'live') {
      signedIn.add(chat);
      return session;
    }
    signedIn.delete(chat);
    if (session.state === 'none') return 'none';
    const key = chatKey(chat);
    const closed = closing.get(key) ?? close(chat, session.kind).finally(() => closing.delete(key));
    closing.set(key, closed);
    await closed;
    return session.kind === 'libraryComputer' ? 'ended' : 'none';
  }

  /** `isUse`: the reader did something, which makes the session live on. */
  async function usedSession(
    chat: Chat,
    isUse: boolean,
  ): Promise<Awaited<ReturnType<typeof sessionOf>> | 'away'> {
    try {
      if (isUse) await signIn.readerOf(chat);
      return await sessionOf(chat);
    } catch (error) {
      return awayOnly(error);
    }
  }

  function endOf(
    { kind, endsAt, canStay }: LiveSession,
    { isPutOff, showsCode }: { isPutOff: boolean; showsCode: boolean },
  ): SessionEnd {
    const closes = kind === 'libraryComputer';
    const early = new Date(clock().getTime() + afterCode);
    if (closes && showsCode && early < endsAt) {
      return { endsAt: early.toISOString(), reason: 'codeShown', closes, isPutOff };
    }
    return { endsAt: endsAt.toISOString(), reason: canStay ? 'idle' : 'final', closes, isPutOff };
  }

  async function answerPage(event: PageEvent, context: TurnContext, chat: Chat): Promise<void> {
    if (event === 'leave') return leave(chat);
    const isPutOff = event === 'stay';
    const session = await usedSession(chat, isPutOff);
    if (session === 'away') return;
    await tell(context, isLive(session) ? endOf(session, { isPutOff, showsCode: false }) : null);
  }

  return async (context, chat) => {
    const event = pageEventOf(context.activity);
    if (event !== undefined) return answerPage(event, context, chat);

    if (signedIn.has(chat) && (await usedSession(chat, true)) === 'ended') return;
    let showsCode = false;
    context.onSendActivities((_context, activities, next) => {
      showsCode ||= activities.some((activity) => shownCodeOf(activity) !== null);
      return next();
    });
    await runTurn(context, chat);
    if (!signedIn.has(chat) && context.activity.name !== 'signedIn') return;
    const session = await usedSession(chat, false);
    if (isLive(session)) await tell(context, endOf(session, { isPutOff: true, showsCode }));
  };
}

function pageEventOf({ type, name }: Partial<Activity>): PageEvent | undefined {
  return type === 'event' ? pageEvents.find((event) => event === name) : undefined;
}

function isLive(session: LiveSession | string): session is LiveSession {
  return typeof session !== 'string';
}

async function tell(context: TurnContext, value: SessionEnd | null): Promise<void> {
  await context.sendActivity({ type: 'event', name: 'sessionEnds', value });
}

/**
 * Chats that may have a session. The others, nearly all, cost no look into the store. Those that were
 * heard of last before any session could still live are forgotten.
 */
function recentChats(clock: Clock) {
  const seen = new Map<string, number>();
  return {
    has: (chat: Chat) => seen.has(chatKey(chat)),
    delete: (chat: Chat) => seen.delete(chatKey(chat)),
    add(chat: Chat): void {
      const now = clock().getTime();
      // Taken out first, so that the map stays in the order of time.
      seen.delete(chatKey(chat));
      seen.set(chatKey(chat), now);
      for (const [key, at] of seen) {
        if (now - at <= longest) break;
        seen.delete(key);
      }
    },
  };
}
