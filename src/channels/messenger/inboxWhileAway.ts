import { isDatabaseAway } from '../../storage/index.ts';
import type { Inbox, WaitingEvent } from './inbox.ts';
import type { MessengerEvent } from './messengerEvent.ts';

/** An inbox of several instances, which can be told what one of them answered without it. */
export type SharedInbox = Inbox & {
  /** Takes note that the events were answered, whether it has heard of them or not. */
  noteAnswered(events: readonly MessengerEvent[]): Promise<void>;
};

/**
 * The shared inbox, and beside it one of this instance alone, which takes what Meta delivers while the
 * database is away: readers are answered at once as far as that goes without it, and Meta, which ends the
 * subscription of an app that refuses for long, hears 200. Whoever keeps an event answers it. The shared
 * inbox is told of what it missed as soon as it is back, before it is asked anything else.
 */
export function inboxWhileAway(shared: SharedInbox, own: Inbox): Inbox {
  let untold: MessengerEvent[] = [];

  /** What the shared inbox answers once it knows all, or `otherwise` while it is away. */
  async function unlessAway<Answer>(
    ask: () => Promise<Answer>,
    otherwise: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    try {
      const news = untold;
      if (news.length > 0) await shared.noteAnswered(news);
      untold = untold.filter((event) => !news.includes(event));
      return await ask();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      return otherwise();
    }
  }

  return {
    keep: (events) =>
      unlessAway(
        () => shared.keep(events),
        () => own.keep(events),
      ),
    async work(userId, answer) {
      await own.work(userId, async (waiting: WaitingEvent) => {
        const settled = await answer(waiting);
        if (settled === 'answered') untold.push(waiting.event);
        return settled;
      });
      // What waits there is looked for again and again.
      await unlessAway(
        () => shared.work(userId, answer),
        () => undefined,
      );
    },
    async abandoned() {
      const theirs = await unlessAway(
        () => shared.abandoned(),
        () => [],
      );
      return [...new Set([...(await own.abandoned()), ...theirs])];
    },
    async lastHeardAt(userId) {
      const heard = [
        await own.lastHeardAt(userId),
        await unlessAway(
          () => shared.lastHeardAt(userId),
          () => null,
        ),
      ].filter((at) => at !== null);
      return heard.sort((one, other) => one.getTime() - other.getTime()).at(-1) ?? null;
    },
    purge: async (now) => (await own.purge(now)) + (await shared.purge(now)),
    async close() {
      await own.close();
      await shared.close();
    },
  };
}
