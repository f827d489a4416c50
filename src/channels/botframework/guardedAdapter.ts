import {
  CloudAdapter,
  type Activity,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';

const AUDIENCE = 'https://api.botframework.com';
const sendFailed = Symbol('sendFailed');

/** The reply before this one was not taken, so this one was not tried. */
export class SendSkippedError extends Error {
  readonly code = 'SEND_SKIPPED';

  constructor() {
    super('The connector failed in this turn; nothing more is sent in it.');
    this.name = 'SendSkippedError';
  }
}

/**
 * The SDK's adapter without its HTTP front, which prints errors to the console and to the sender.
 * After a failed send it sends nothing more in that turn: an apology would wait for the same dead
 * connector again.
 */
export class GuardedAdapter extends CloudAdapter {
  /** Runs a turn for an activity that a guard has admitted. `appId` is empty for the Emulator. */
  receive(
    appId: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(appId);
    const connectorFactory = this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity);
    return this.processActivity(
      { audience: AUDIENCE, claimsIdentity, connectorFactory },
      activity,
      logic,
    );
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    if (hasFailedToSend(context)) throw new SendSkippedError();
    try {
      return await super.sendActivities(context, activities);
    } catch (error) {
      context.turnState.set(sendFailed, true);
      throw error;
    }
  }
}

export function hasFailedToSend(context: TurnContext): boolean {
  return context.turnState.get(sendFailed) === true;
}
