import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder';
import type { Log } from '../../log.ts';
import type { GraphApi } from './graphApi.ts';
import { messagesOf } from './messagesOf.ts';
import { SendError } from './sendError.ts';

export type AdapterParts = {
  readonly graph: GraphApi;
  readonly ownOrigin: string;
  readonly log: Log;
  /** Whether Meta still lets us write to the reader. */
  readonly isWindowOpen: (userId: string) => Promise<boolean>;
};

type TurnLogic = (context: TurnContext) => Promise<void>;

const sendFailed = Symbol('sendFailed');

/** The reply before this one was not taken, so this one was not tried. */
export class SendSkippedError extends Error {
  readonly code = 'MESSENGER_SKIPPED';

  constructor() {
    super('The Graph API failed in this turn; nothing more is sent in it.');
    this.name = 'SendSkippedError';
  }
}

/**
 * Sends what the bot says to readers on Messenger, one request a message, in order. The SDK's
 * `CloudAdapter` is no base for it: it wants a connector of Azure.
 */
export class MessengerAdapter extends BotAdapter {
  readonly #parts: AdapterParts;

  constructor(parts: AdapterParts) {
    super();
    this.#parts = parts;
  }

  /** Runs one turn. Rejects when the bot fails. */
  run(activity: Partial<Activity>, logic: TurnLogic): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) responses.push({ id: await this.#send(context, activity) });
    return responses;
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('Messenger cannot update a message. Send a new one.'));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('Messenger cannot take a message back.'));
  }

  override continueConversation(
    reference: Partial<ConversationReference>,
    logic: TurnLogic,
  ): Promise<void> {
    const event = { type: 'event', name: 'ContinueConversation' };
    return this.run(TurnContext.applyConversationReference(event, reference, true), logic);
  }

  async #send(context: TurnContext, activity: Partial<Activity>): Promise<string> {
    const { graph, ownOrigin } = this.#parts;
    const outgoing = messagesOf(activity, ownOrigin);
    if (outgoing.length === 0) return '';
    if (context.turnState.get(sendFailed) === true) throw new SendSkippedError();
    const userId = activity.recipient?.id ?? '';
    try {
      if (!(await this.#parts.isWindowOpen(userId))) throw new SendError('window', 'not asked');
      let id = '';
      for (const one of outgoing) id = await graph.send(userId, one);
      return id;
    } catch (error) {
      context.turnState.set(sendFailed, true);
      this.#report(error);
      throw error;
    }
  }

  #report(error: unknown): void {
    if (!(error instanceof SendError)) return;
    const fields = { code: error.code, outcome: error.failure };
    if (error.isAlarm) this.#parts.log.error('messenger.alarm', fields);
    else this.#parts.log.warn('messenger.notSent', fields);
  }
}
