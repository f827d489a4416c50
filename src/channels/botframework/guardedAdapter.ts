import {
  CloudAdapter,
  type Activity,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import { sendOrSkip } from '../sendOrSkip.ts';

const AUDIENCE = 'https://api.botframework.com';

/**
 * The SDK's adapter without its HTTP front, which prints errors to the console and to the sender.
 * After a failed send it sends nothing more in that turn.
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
    return sendOrSkip(context, () => super.sendActivities(context, activities));
  }
}
