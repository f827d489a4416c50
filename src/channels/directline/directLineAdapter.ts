import {
  INVOKE_RESPONSE_KEY,
  type Activity,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder';
import type { Chat } from '../../signin/index.ts';
import type { RunTurn } from '../channel.ts';
import { OwnAdapter, type TurnLogic } from '../ownAdapter.ts';
import { isShownId } from './activityNumber.ts';
import type { Conversation } from './conversation.ts';
import { replyForClients, type BotAccount } from './outbound.ts';
import type { Timers } from './timers.ts';

export type AdapterParts = {
  readonly runTurn: RunTurn;
  readonly bot: BotAccount;
  readonly timers: Timers;
  readonly now: () => Date;
  /** Null when the conversation is gone; then there is nobody to hear a reply. */
  readonly conversation: (conversationId: string) => Promise<Conversation | null>;
};

const longestDelay = 10_000;

/** Hands what the bot says to the clients of a conversation. */
export class DirectLineAdapter extends OwnAdapter {
  protected override readonly channelName = 'Direct Line';
  readonly #parts: AdapterParts;

  constructor(parts: AdapterParts) {
    super();
    this.#parts = parts;
  }

  /** Runs one turn. Rejects when the bot fails and `onTurnError` does not catch it. */
  run(activity: Partial<Activity>, chat: Chat): Promise<void> {
    return this.turn(activity, (context) => this.#parts.runTurn(context, chat));
  }

  /** The app id or identity does not matter here: a conversation is reached by its id alone. */
  override continueConversationAsync(
    _identity: unknown,
    reference: Partial<ConversationReference>,
    logicOrAudience: TurnLogic | string,
    maybeLogic?: TurnLogic,
  ): Promise<void> {
    const logic = typeof logicOrAudience === 'string' ? maybeLogic : logicOrAudience;
    if (!logic) return Promise.reject(new Error('continueConversationAsync needs a turn logic.'));
    return this.continueConversation(reference, logic);
  }

  protected override async send(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<string> {
    switch (activity.type) {
      case 'delay':
        await this.#pause(activity.value);
        return '';
      case 'trace':
        return '';
      case 'invokeResponse':
        context.turnState.set(INVOKE_RESPONSE_KEY, activity);
        return '';
      case undefined:
      default:
        return this.#show(activity);
    }
  }

  async #show(activity: Partial<Activity>): Promise<string> {
    const conversation = await this.#parts.conversation(activity.conversation?.id ?? '');
    if (!conversation) return '';
    const { bot, now } = this.#parts;
    const replyToId = isShownId(conversation.id, activity.replyToId) ? activity.replyToId : null;
    const shown = (id: string | null): Partial<Activity> =>
      replyForClients(activity, id, replyToId, {
        conversationId: conversation.id,
        bot,
        now: now(),
      });
    if (activity.type !== 'typing') return conversation.speech.say(shown);
    conversation.speech.whisper(shown(null));
    return '';
  }

  #pause(milliseconds: unknown): Promise<void> {
    const wait = typeof milliseconds === 'number' ? milliseconds : 1000;
    return new Promise((resolve) => {
      this.#parts.timers.after(Math.min(Math.max(wait, 0), longestDelay), resolve);
    });
  }
}
