import type { Activity, ConversationState, Storage, TurnContext } from 'botbuilder';
import type { Server } from 'restify';
import type { Clock } from '../../clock.ts';
import { HttpError, readJson } from '../../http/index.ts';
import { describeError, type Log } from '../../log.ts';
import type { Chat } from '../../signin/index.ts';
import type { Channel, ChatEvent, RunTurn } from '../channel.ts';
import { activityForBot, parseActivity } from './activityShape.ts';
import { createConversationReferences } from './conversationReferences.ts';
import { openDoor, type BotFrameworkMode } from './door.ts';
import { turnAway } from './guard.ts';
import { hasFailedToSend } from '../sendOrSkip.ts';
import { GuardedAdapter } from './guardedAdapter.ts';
import { createInspection } from './inspection.ts';

const PATH = '/api/messages';
const LONGEST_BODY = 256 * 1024;
/** The Emulator's chat panel gives up after 20 s, channels of Azure after 15 s. */
const CONNECTOR_TIMEOUT_MS = 5_000;

export type BotFrameworkOptions = {
  readonly mode: BotFrameworkMode;
  readonly runTurn: RunTurn;
  /** Keeps how to reach a chat later, and the Emulator's inspection sessions. */
  readonly storage: Storage;
  /** Shown by the Emulator's Bot Inspector. */
  readonly conversationState: ConversationState;
  readonly log: Log;
  readonly clock: Clock;
  readonly connectorTimeoutMs?: number;
};

/**
 * The channel of the Bot Framework Emulator, or of Azure Bot Service. `emulator` believes whoever
 * passes its guard: create it for the demo on a loopback address only.
 */
export function createBotFrameworkChannel(options: BotFrameworkOptions): Channel {
  const { mode, runTurn, storage, log, clock } = options;
  const timeout = options.connectorTimeoutMs ?? CONNECTOR_TIMEOUT_MS;
  const { appId, guard, authentication } = openDoor(mode, clock, timeout);
  const references = createConversationReferences(storage);
  const adapter = new GuardedAdapter(authentication);
  if (mode.kind === 'emulator') adapter.use(createInspection(options, timeout));

  adapter.onTurnError = async (context, error) => {
    log.error('botframework.turnFailed', { channel: context.activity.channelId, error });
    if (mode.kind === 'emulator' && !hasFailedToSend(context)) await traceError(context, error);
  };

  async function hear(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (!isForBot(activity)) return;
    const chat = chatOf(activity);
    await references.remember(chat, activity).catch((error: unknown) => {
      log.error('botframework.referenceLost', { error });
    });
    await runTurn(context, chat);
  }

  return {
    ingress: 'botframework',
    mount(server: Server) {
      server.post(
        PATH,
        async (req, _res) => {
          const refusal = guard.admitRequest(req);
          if (refusal) turnAway(log, refusal);
        },
        readJson(LONGEST_BODY),
        async (req, res) => {
          const inbound = parseActivity(req.body);
          const admission = await guard.admitActivity(req, inbound);
          if ('status' in admission) turnAway(log, admission);
          const activity = activityForBot(inbound, { ...admission, now: clock() });
          const response = await adapter.receive(appId, activity, hear);
          if (response?.status === 501) throw new HttpError(501, 'NotSupported', 'No such invoke');
          res.send(response?.status ?? 200, response?.body);
        },
      );
    },
    async raise(chat: Chat, event: ChatEvent) {
      const reference = await references.find(chat);
      if (!reference) {
        log.warn('botframework.chatUnknown', { outcome: event });
        return;
      }
      await adapter.continueConversationAsync(appId, reference, async (context) => {
        // The id is made up by the SDK; a reply to it would make Web Chat wait for the original.
        Object.assign(context.activity, { id: undefined, name: event, timestamp: clock() });
        await runTurn(context, chat);
      });
    },
    close: () => Promise.resolve(),
  };
}

/**
 * Events belong to our own code (`raise`), so that no sender can say "signed in"; that also answers
 * the Emulator's `SetTestOptions`, as the bot does nothing by chance. Other types are pings and
 * notices that need no reply; an `invoke` nobody handles becomes 501.
 */
function isForBot({ type }: Activity): boolean {
  return type === 'message' || type === 'conversationUpdate';
}

function chatOf({ channelId, conversation, from }: Activity): Chat {
  return {
    ingress: 'botframework',
    channelId,
    conversationId: conversation.id,
    userId: from.id,
  };
}

/** Shown in the Emulator's log. The message stays out of it: it may quote what a reader wrote. */
async function traceError(context: TurnContext, error: Error): Promise<void> {
  const text = JSON.stringify(describeError(error));
  const schema = 'https://www.botframework.com/schemas/error';
  await context
    .sendTraceActivity('OnTurnError Trace', text, schema, 'TurnError')
    .catch(() => undefined);
}
