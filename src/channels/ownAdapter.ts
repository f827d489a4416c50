import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder';

export type TurnLogic = (context: TurnContext) => Promise<void>;

/**
 * What the adapters of our own channels share: messages go out one after the other, and what was said
 * stays said. The SDK's `CloudAdapter` is no base for them: it wants a connector of Azure.
 */
export abstract class OwnAdapter extends BotAdapter {
  /** The channel's name, for errors. */
  protected abstract readonly channelName: string;

  /** Sends one activity. Returns its id, empty when it has none. */
  protected abstract send(context: TurnContext, activity: Partial<Activity>): Promise<string>;

  /** Runs one turn. Rejects when the bot fails and `onTurnError` does not catch it. */
  protected turn(activity: Partial<Activity>, logic: TurnLogic): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) responses.push({ id: await this.send(context, activity) });
    return responses;
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(
      new Error(`${this.channelName} cannot update an activity. Send a new one.`),
    );
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(
      new Error(`${this.channelName} cannot delete an activity. Send a new one.`),
    );
  }

  override continueConversation(
    reference: Partial<ConversationReference>,
    logic: TurnLogic,
  ): Promise<void> {
    const event = { type: 'event', name: 'ContinueConversation' };
    return this.turn(TurnContext.applyConversationReference(event, reference, true), logic);
  }
}
