import type { Server } from 'restify';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { keyedQueue } from '../../storage/index.ts';
import type { Channel, RunTurn } from '../channel.ts';
import { createGraphApi, type GraphApiOptions, type MessengerPage } from './graphApi.ts';
import { activityForBot, chatWith, eventForBot, type WordsOf } from './inboundActivity.ts';
import type { Inbox } from './inbox.ts';
import { MessengerAdapter } from './messengerAdapter.ts';
import type { MessengerEvent } from './messengerEvent.ts';
import { mountWebhook } from './webhookRoutes.ts';

/** How long Meta lets a bot answer after a reader's last message. */
const windowLasts = 24 * 3_600_000;
/** An event that was found unanswered by so many starts may be what ends the program. */
const mostStarts = 3;

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
  /** Answers what an earlier process has left; returns when it is on its way, not when it is answered. */
  resume(): Promise<void>;
  /** Resolves when nothing waits for an answer. */
  idle(): Promise<void>;
};

/** The channel of a Facebook Page, without Azure between Meta and the bot. */
export function createMessengerChannel(options: MessengerOptions): MessengerChannel {
  const { page, runTurn, inbox, wordsOf, clock, log } = options;
  const { pageId } = page;
  const queue = keyedQueue();
  let isClosing = false;
  const adapter = new MessengerAdapter({
    graph: createGraphApi({ page, ...options.graph }),
    ownOrigin: options.ownOrigin,
    log,
    isWindowOpen: async (userId) => isOpen(await inbox.lastHeardAt(userId)),
  });

  const isOpen = (since: Date | null): boolean =>
    since !== null && clock().getTime() - since.getTime() < windowLasts;

  /** Never rejects: what is behind it in the queue must be answered, too. */
  async function answer(event: MessengerEvent): Promise<void> {
    // It stays in the inbox, and the next process answers it.
    if (isClosing) return;
    try {
      const chat = chatWith(event.userId, pageId);
      await adapter.run(activityForBot(event, pageId, wordsOf), (context) =>
        runTurn(context, chat),
      );
    } catch (error) {
      log.error('messenger.turnFailed', { error });
    }
    await settle(event);
  }

  async function settle({ key }: MessengerEvent): Promise<void> {
    await inbox.done(key).catch((error: unknown) => log.error('messenger.notSettled', { error }));
  }

  /** One after another for each reader; readers do not wait for each other. */
  function enqueue(event: MessengerEvent): void {
    void queue.run(event.userId, () => answer(event));
  }

  let accepted: Promise<unknown> = Promise.resolve();

  /** Deliveries are answered in the order in which they came, whichever is on the medium first. */
  async function accept(events: readonly MessengerEvent[]): Promise<void> {
    const [kept, before] = [inbox.keep(events), accepted];
    const mine = kept.then(async (fresh) => {
      await before;
      for (const event of fresh) enqueue(event);
    });
    accepted = mine.catch(() => undefined);
    await mine;
  }

  return {
    ingress: 'messenger',
    mount(server: Server) {
      mountWebhook(server, { ...page, log, accept });
    },
    async raise(chat, name) {
      if (!isOpen(await inbox.lastHeardAt(chat.userId))) {
        log.info('messenger.windowOver', { outcome: name });
        return;
      }
      const activity = eventForBot(name, chat.userId, pageId, clock());
      await queue.run(chat.userId, () =>
        adapter.run(activity, (context) => runTurn(context, chat)),
      );
    },
    async resume() {
      for (const { event, starts } of await inbox.takeUnanswered()) {
        const isTooLate = !isOpen(await inbox.lastHeardAt(event.userId));
        if (starts < mostStarts && !isTooLate) {
          enqueue(event);
          continue;
        }
        log.error('messenger.givenUp', { outcome: isTooLate ? 'tooLate' : 'tooManyStarts' });
        await settle(event);
      }
    },
    idle: () => queue.settled(),
    async close() {
      isClosing = true;
      await queue.settled();
    },
  };
}
