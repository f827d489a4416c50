import type { ChatEvent } from '../channels/channel.ts';
import type { Drawing } from '../eligibility/index.ts';
import type { Log } from '../log.ts';
import { chatKey, type Chat } from '../signin/index.ts';

export type DrawWatchParts = {
  readonly drawing: Pick<Drawing, 'holdIfDue' | 'isHeld'>;
  readonly raise: (chat: Chat, event: ChatEvent) => Promise<void>;
  readonly log: Log;
  /** Milliseconds between two looks at the clock. */
  readonly every?: number;
};

export type DrawWatch = {
  /** The chat hears of the draw as soon as it was held. */
  tellWhenDrawn(chat: Chat): void;
  /** Looks once whether the draw is due, and tells who waits. */
  look(): Promise<void>;
  close(): Promise<void>;
};

/** Turns of the bot under way at a time, so that readers who ask meanwhile are not kept waiting. */
const toldAtOnce = 16;

/**
 * Holds the draw at its moment, also when nobody asks, and tells the chats that wait, so that their
 * readers need not ask again and again. The places are in the ledger; after a restart a chat is not told
 * by itself, but its reader keeps the place.
 */
export function startDrawWatch({ drawing, raise, log, every = 1_000 }: DrawWatchParts): DrawWatch {
  let waiting = new Map<string, Chat>();
  let looking = Promise.resolve();

  async function look(): Promise<void> {
    try {
      if (await drawing.holdIfDue()) log.info('draw.held', { count: waiting.size });
      if (waiting.size === 0 || !(await drawing.isHeld())) return;
      const chats = [...waiting.values()];
      waiting = new Map();
      await tell(chats);
    } catch (error) {
      log.error('draw.failed', { error });
    }
  }

  async function tell(chats: readonly Chat[]): Promise<void> {
    const queue = chats.values();
    const teller = async (): Promise<void> => {
      // The tellers share one iterator: each chat is told once.
      for (const chat of queue) {
        await raise(chat, 'drawn').catch((error: unknown) => log.error('draw.untold', { error }));
      }
    };
    await Promise.all(Array.from({ length: toldAtOnce }, teller));
  }

  function lookNext(): Promise<void> {
    looking = looking.then(look);
    return looking;
  }

  const timer = setInterval(() => void lookNext(), every);
  timer.unref();
  return {
    tellWhenDrawn: (chat) => void waiting.set(chatKey(chat), chat),
    look: lookNext,
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}
