import type { Server } from 'restify';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { keyedQueue } from '../../keyedQueue.ts';
import type { Channel, RunTurn } from '../channel.ts';
import { createGraphApi, type GraphApiOptions, type MessengerPage } from './graphApi.ts';
import { activityForBot, chatWith, eventForBot, type WordsOf } from './inboundActivity.ts';
import type { Inbox, Settled, WaitingEvent } from './inbox.ts';
import { MessengerAdapter } from './messengerAdapter.ts';
import type { MessengerEvent } from './messengerEvent.ts';
import { mountWebhook } from './webhookRoutes.ts';

/** How long Meta lets a bot answer after a reader's last message. */
const windowLasts = 24 * 3_600_000;
/** An event that was taken up so often without an answer may be what ends the program. */
const mostTakeovers = 3;
/** Milliseconds between two looks for what an instance that died has left. */
const lookEvery = 5_000;

export type MessengerOptions = {
  readonly page: MessengerPage & { readonly verifyToken: string };
  /** Default: Meta's. */
  readonly graph?: Omit<GraphApiOptions, 'page'>;
  readonly runTurn: RunTurn;
  readonly inbox: Inbox;
  readonly wordsOf: WordsOf;
  /** The origin of this server; pictures of other places are not sent. */
  readonly ownOrigin: string;
  readonly clock: Clock;
  readonly log: Log;
};

export type MessengerChannel = Channel & {
  /**
   * Answers what a process that is gone has left, now and every five seconds; returns when it is on its
   * way, not when it is answered.
   */
  resume(): Promise<void>;
  /** Resolves when nothing waits for an answer. */
  idle(): Promise<void>;
};

/** The channel of a Facebook Page, without Azure between Meta and the bot. */
export function createMessengerChannel(options: MessengerOptions): MessengerChannel {
  const { page, runTurn, inbox, wordsOf, clock, log } = options;
  const { pageId } = page;
  const queue = keyedQueue();
  /** When readers who are being answered wrote what is answered: the inbox may be away by now. */
  const writtenAt = new Map<string, Date>();
  let isClosing = false;
  const adapter = new MessengerAdapter({
    graph: createGraphApi({ page, ...options.graph }),
    ownOrigin: options.ownOrigin,
    log,
    isWindowOpen,
  });

  const isOpen = (since: Date | null): boolean =>
    since !== null && clock().getTime() - since.getTime() < windowLasts;

  /** `since`: when the reader wrote, as far as it is known without the inbox. */
  async function isWindowOpen(
    userId: string,
    since = writtenAt.get(userId) ?? null,
  ): Promise<boolean> {
    return isOpen(since) || isOpen(await inbox.lastHeardAt(userId));
  }

  /** Never rejects: what is behind it must be answered, too. */
  async function answer(waiting: WaitingEvent): Promise<Settled> {
    // It stays in the inbox, and the next process answers it.
    if (isClosing) return 'left';
    const { event } = waiting;
    const { userId } = event;
    if (waiting.takeovers > 0 && (await isGivenUp(waiting))) return 'answered';
    writtenAt.set(userId, new Date(event.sentAt));
    try {
      const chat = chatWith(userId, pageId);
      await adapter.run(activityForBot(event, pageId, wordsOf), (context) =>
        runTurn(context, chat),
      );
    } catch (error) {
      log.error('messenger.turnFailed', { error });
    } finally {
      writtenAt.delete(userId);
    }
    return 'answered';
  }

  async function isGivenUp({ event, takeovers }: WaitingEvent): Promise<boolean> {
    const isTooLate = !(await isWindowOpen(event.userId, new Date(event.sentAt)));
    if (!isTooLate && takeovers <= mostTakeovers) return false;
    log.error('messenger.givenUp', { outcome: isTooLate ? 'tooLate' : 'tooManyStarts' });
    return true;
  }

  /** Events of one reader one after another; readers do not wait for each other. */
  function workFor(userIds: Iterable<string>): void {
    for (const userId of new Set(userIds)) {
      void queue
        .run(userId, () => inbox.work(userId, answer))
        .catch((error: unknown) => log.error('messenger.notSettled', { error }));
    }
  }

  async function accept(events: readonly MessengerEvent[]): Promise<void> {
    const fresh = await inbox.keep(events);
    workFor(fresh.map(({ userId }) => userId));
  }

  async function takeUp(): Promise<void> {
    workFor(await inbox.abandoned());
  }

  let looking: NodeJS.Timeout | undefined;

  return {
    ingress: 'messenger',
    mount(server: Server) {
      mountWebhook(server, { ...page, log, accept });
    },
    async raise(chat, name) {
      if (!(await isWindowOpen(chat.userId))) {
        log.info('messenger.windowOver', { outcome: name });
        return;
      }
      const activity = eventForBot(name, chat.userId, pageId, clock());
      await queue.run(chat.userId, () =>
        adapter.run(activity, (context) => runTurn(context, chat)),
      );
    },
    async resume() {
      await takeUp();
      looking ??= setInterval(() => {
        takeUp().catch((error: unknown) => log.error('messenger.notTakenUp', { error }));
      }, lookEvery).unref();
    },
    idle: () => queue.settled(),
    async close() {
      isClosing = true;
      clearInterval(looking);
      await queue.settled();
    },
  };
}
