import {
  InspectionMiddleware,
  InspectionState,
  type ConversationState,
  type Middleware,
  type Storage,
  type TurnContext,
} from 'botbuilder';
import { withinTime } from './connectorLimits.ts';

/** Members that the package marks as private; it has been frozen since its last version. */
type Internals = {
  invokeSend(context: TurnContext, session: unknown, activity: unknown): Promise<boolean>;
  cleanUpSession(context: TurnContext): Promise<void>;
};

/**
 * The Bot Inspector of the Emulator, opened with "/INSPECT open". It shows all state, so it belongs
 * to the Emulator's mode only. An inspector that does not answer within `milliseconds` is detached:
 * the package would wait for it in every turn, for ever.
 */
export function createInspection(
  parts: { readonly storage: Storage; readonly conversationState: ConversationState },
  milliseconds: number,
): Middleware {
  const inspection = new InspectionMiddleware(
    new InspectionState(parts.storage),
    undefined,
    parts.conversationState,
    { appId: '', appPassword: '' },
  );
  const internals = inspection as unknown as Internals;
  const send = internals.invokeSend.bind(inspection);
  internals.invokeSend = async (context, session, activity) => {
    try {
      return await withinTime(milliseconds, () => send(context, session, activity));
    } catch {
      await internals.cleanUpSession(context);
      return false;
    }
  };
  return inspection;
}
