import type { ChatEvent } from '../channels/channel.ts';
import type { Drawing } from '../eligibility/index.ts';
import type { Log } from '../log.ts';
import type { Chat } from '../signin/index.ts';
import type { WaitingChats } from './waitingChats.ts';

export type DrawWatchParts = {
  readonly drawing: Pick<Drawing, 'holdIfDue' | 'isHeld'>;
  readonly waiting: Pick<WaitingChats, 'add' | 'tellAll'>;
  readonly raise: (chat: Chat, event: ChatEvent) => Promise<void>;
  readonly log: Log;
  /** Milliseconds between two looks at the clock. */
  readonly every?: number;
};

export type DrawWatch = {
  /** The chat hears of the draw as soon as it was held. Never rejects: the place is in the ledger. */
  tellWhenDrawn(chat: Chat): Promise<void>;
  /** Looks again and again from now on, until it is closed. */
  start(): void;
  /** Looks once whether the draw is due, and tells who waits. */
  look(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Holds the draw at its moment, also when nobody asks, and tells the chats that wait, so that their
 * readers need not ask again and again. It looks for them after each start, too: who waited before it
 * is told all the same.
 */
export function createDrawWatch(parts: DrawWatchParts): DrawWatch {
  const { drawing, waiting, raise, log, every = 1_000 } = parts;
  /** False once everybody was told: then the list need not be read again. */
  let maySomebodyWait = true;
  /** Told once: a database that is away for minutes must not fill the log, nor be counted every second. */
  let isFailing = false;
  let looking = Promise.resolve();

  async function look(): Promise<void> {
    try {
      if (await drawing.holdIfDue()) log.info('draw.held');
      if (!(await drawing.isHeld())) maySomebodyWait = true;
      else if (maySomebodyWait) {
        maySomebodyWait = false;
        await waiting.tellAll(tell);
      }
      isFailing = false;
    } catch (error) {
      maySomebodyWait = true;
      if (!isFailing) log.error('draw.failed', { error });
      isFailing = true;
    }
  }

  async function tell(chat: Chat): Promise<void> {
    await raise(chat, 'drawn').catch((error: unknown) => log.error('draw.untold', { error }));
  }

  function lookNext(): Promise<void> {
    looking = looking.then(look);
    return looking;
  }

  let timer: NodeJS.Timeout | undefined;

  return {
    start() {
      timer ??= setInterval(() => void lookNext(), every).unref();
    },
    async tellWhenDrawn(chat) {
      await waiting.add(chat).catch((error: unknown) => log.error('draw.untold', { error }));
      maySomebodyWait = true;
    },
    look: lookNext,
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}
