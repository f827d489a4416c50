import type { Handle } from '../answer.ts';
import type { Conversation } from '../conversation.ts';
import { DirectLineError } from '../directLineError.ts';
import type { Endpoint } from '../endpoint.ts';
import { readInbound, type Inbound } from '../inbound.ts';
import { echoForClients } from '../outbound.ts';
import { readJsonBody } from '../requestBody.ts';

/** The client gives up after 20 s. A slower bot goes on, and its replies come by the stream. */
const longestAnswer = 14_000;

/**
 * Takes an activity of the reader: shows it to every client, lets the bot answer, then tells its id.
 * A burst is held back instead of refused.
 */
export function postActivity(endpoint: Endpoint): Handle {
  return async (request) => {
    const receivedAt = endpoint.now().getTime();
    const { conversation } = await endpoint.authenticate.reach(request, request.params.id);
    const inbound = readInbound(await readJsonBody(request), endpoint.allowedEvents);
    const userId = conversation.userOr(() => newSender(inbound));
    await keepPace(endpoint, conversation);

    const { activity } = inbound;
    const id =
      activity.type === 'typing'
        ? `${conversation.id}|typing`
        : await conversation.speech.say(
            (spoken) =>
              echoForClients(activity, spoken, {
                conversationId: conversation.id,
                userId,
                bot: endpoint.bot,
                now: endpoint.now(),
              }),
            activity.type === 'message' ? { lastMessageAt: receivedAt } : {},
            // What is taken here while nothing can be shared must be answered where the reader sees it.
            'refuse',
          );
    const left = longestAnswer - (endpoint.now().getTime() - receivedAt);
    await settledWithin(left, endpoint, async () => {
      await endpoint.turns.announce(conversation, userId);
      await endpoint.turns.hear(conversation, userId, activity, id);
    });
    return { status: 200, body: { id } };
  };
}

/** Only a token of a server-side caller that named no user lets the first message say who writes. */
function newSender({ senderId }: Inbound): string {
  if (senderId === null || senderId === '') throw new DirectLineError('senderMissing');
  if (senderId.startsWith('dl_')) throw new DirectLineError('senderRefused');
  return senderId;
}

async function keepPace(endpoint: Endpoint, conversation: Conversation): Promise<void> {
  const turn = conversation.pace.take();
  if (turn.wait === null) {
    throw new DirectLineError('tooManyMessages', Math.ceil(turn.retryAfter / 1000));
  }
  const { wait } = turn;
  if (wait === 0) return;
  await new Promise<void>((resolve) => {
    endpoint.timers.after(wait, resolve);
  });
  if (conversation.hasEnded) throw new DirectLineError('tokenExpired');
}

/** Waits for the bot, but no longer than the client does. */
async function settledWithin(
  milliseconds: number,
  endpoint: Endpoint,
  work: () => Promise<void>,
): Promise<void> {
  let isLate = false;
  let stop = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    stop = endpoint.timers.after(milliseconds, () => {
      isLate = true;
      resolve();
    });
  });
  const done = work().catch((error: unknown) => {
    endpoint.log.error('directline.turnFailed', { error });
    if (!isLate) throw new DirectLineError('botFailed');
  });
  try {
    await Promise.race([done, late]);
  } finally {
    stop();
  }
}
