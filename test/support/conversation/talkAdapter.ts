import { randomUUID } from 'node:crypto';
import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import type { Chat } from '../../../src/signin/index.ts';

type Turn = (context: TurnContext) => Promise<void>;

/** A channel of the tests: activities go in, replies are collected in the order they were sent. */
export class TalkAdapter extends BotAdapter {
  /** Both sides of the conversation, in order. */
  readonly transcript: Partial<Activity>[] = [];
  #replies: Partial<Activity>[] = [];

  async turn(activity: Partial<Activity>, chat: Chat, turn: Turn): Promise<Partial<Activity>[]> {
    this.#replies = [];
    const received = {
      id: randomUUID(),
      channelId: chat.channelId,
      conversation: { id: chat.conversationId, isGroup: false, conversationType: '', name: '' },
      from: { id: chat.userId, name: '' },
      recipient: { id: 'bot', name: '' },
      locale: 'pl-PL',
      ...activity,
    };
    this.transcript.push(received);
    await this.runMiddleware(new TurnContext(this, received), turn);
    return this.#replies;
  }

  override sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.#replies.push(...activities);
    this.transcript.push(...activities);
    return Promise.resolve(activities.map(() => ({ id: randomUUID() })));
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('The bot never changes what it said.'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('The bot never takes back what it said.'));
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('Not used by the tests.'));
  }
}
