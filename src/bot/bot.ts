import type { TurnContext } from 'botbuilder';
import {
  createRoot,
  newMemory,
  sayStoreAway,
  setChat,
  type Memory,
  type Services,
} from '../../dialogs/index.ts';
import type { ChatState } from './chatState.ts';
import { keyedQueue } from '../keyedQueue.ts';
import { describeError, type Log } from '../log.ts';
import { chatKey, type Chat } from '../signin/index.ts';

export type Bot = {
  /** One turn of a chat: load its state, run the dialogs, save. Never rejects. */
  runTurn(context: TurnContext, chat: Chat): Promise<void>;
  /** Resolves when no turn is under way. */
  idle(): Promise<void>;
};

export type BotOptions = {
  readonly services: Services;
  readonly state: ChatState;
  readonly log: Log;
};

export function createBot({ services, state, log }: BotOptions): Bot {
  const memories = state.createProperty<Memory>('memory');
  const root = createRoot(services, state.createProperty('dialogs'));
  // Bot state is last-write-wins: two turns at once in one chat would lose the work of one.
  const queue = keyedQueue();

  async function turn(context: TurnContext): Promise<void> {
    await state.load(context, true);
    const memory = await memories.get(context, newMemory());
    await root(context, memory);
    await memories.set(context, memory);
    await state.saveChanges(context);
  }

  /**
   * The reader hears of the failure, the operator reads it, and the next turn starts afresh. While a
   * store is away nothing is forgotten: the next turn goes on where this one began.
   */
  async function afterFailure(context: TurnContext, error: unknown): Promise<void> {
    log.error('turn.failed', { channel: context.activity.channelId, error });
    try {
      if (services.isStoreAway?.(error)) return await sayStoreAway(context, services);
      // Only the Emulator shows traces; other channels drop them.
      await context.sendTraceActivity(
        'OnTurnError Trace',
        JSON.stringify(describeError(error)),
        'https://www.botframework.com/schemas/error',
        'TurnError',
      );
      await state.clear(context);
      await state.saveChanges(context, true);
      await context.sendActivity({
        type: 'message',
        label: 'root.failed',
        text: services.texts.say('root.failed'),
        textFormat: 'plain',
      });
    } catch (second) {
      log.error('turn.apologyFailed', { channel: context.activity.channelId, error: second });
    }
  }

  return {
    idle: () => queue.settled(),
    runTurn: (context, chat) =>
      queue.run(chatKey(chat), async () => {
        setChat(context, chat);
        try {
          await turn(context);
        } catch (error) {
          await afterFailure(context, error);
        }
      }),
  };
}
