import type { Log } from '../../log.ts';
import type { ChatEvent } from '../channel.ts';
import type { Chat } from '../../signin/index.ts';
import type { Conversation } from './conversation.ts';
import type { DirectLineAdapter } from './directLineAdapter.ts';
import type { InboundActivity } from './inbound.ts';
import {
  activityForBot,
  channelId,
  joinedActivity,
  type BotAccount,
  type Place,
} from './outbound.ts';

/** The turns of the bot that this channel causes, and which of them still run. */
export type Turns = {
  /** Tells the bot once who joined. Never rejects: a failed greeting must not stop a chat. */
  announce(conversation: Conversation, userId: string): Promise<void>;
  hear(
    conversation: Conversation,
    userId: string,
    activity: InboundActivity,
    id: string,
  ): Promise<void>;
  raise(conversation: Conversation, userId: string, event: ChatEvent): Promise<void>;
  /** Resolves when no turn runs. */
  settled(): Promise<void>;
};

export function createTurns(parts: {
  readonly adapter: DirectLineAdapter;
  readonly bot: BotAccount;
  readonly now: () => Date;
  readonly log: Log;
}): Turns {
  const { adapter, bot, now, log } = parts;
  const running = new Set<Promise<unknown>>();

  const track = <Result>(work: Promise<Result>): Promise<Result> => {
    const settled = work.catch(() => undefined).finally(() => running.delete(settled));
    running.add(settled);
    return work;
  };
  const chatOf = (conversation: Conversation, userId: string): Chat => ({
    ingress: 'directline',
    channelId,
    conversationId: conversation.id,
    userId,
  });
  const placeOf = (conversation: Conversation, userId: string): Place => ({
    conversationId: conversation.id,
    userId,
    bot,
    now: now(),
  });
  const greet = async (conversation: Conversation, userId: string): Promise<void> => {
    for (const who of ['bot', 'user'] as const) {
      // No number: clients never see these, and a reply to them must not name them.
      const id = `${conversation.id}|${who}-joined`;
      const activity = joinedActivity(who, id, placeOf(conversation, userId));
      await adapter.run(activity, chatOf(conversation, userId));
    }
  };

  return {
    async announce(conversation, userId) {
      if (conversation.record.announced) return;
      const saved = conversation.save({ announced: true });
      await track(
        conversation.during(async () => {
          await saved;
          await greet(conversation, userId);
        }),
      ).catch((error: unknown) => log.error('directline.greetingFailed', { error }));
    },
    hear(conversation, userId, activity, id) {
      const incoming = activityForBot(activity, id, placeOf(conversation, userId));
      return track(conversation.during(() => adapter.run(incoming, chatOf(conversation, userId))));
    },
    raise(conversation, userId, event) {
      const incoming = activityForBot(
        { type: 'event', name: event },
        `${conversation.id}|${event}`,
        placeOf(conversation, userId),
      );
      return track(conversation.during(() => adapter.run(incoming, chatOf(conversation, userId))));
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
