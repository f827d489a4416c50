import type { Handle } from '../answer.ts';
import type { Caller } from '../authenticate.ts';
import type { Conversation } from '../conversation.ts';
import { DirectLineError } from '../directLineError.ts';
import { streamUrl, type Endpoint } from '../endpoint.ts';
import { readWatermark } from '../watermark.ts';

/**
 * A new stream for an open conversation. Without a watermark it brings only what is new; with an empty
 * one everything kept, because then the client has received nothing. The client replaces its token by
 * the answer's, so it gets its own back: coming back must not make a chat live longer.
 */
export function reconnect(endpoint: Endpoint): Handle {
  return async (request) => {
    const { caller, conversation } = await endpoint.authenticate.reach(request, request.params.id);
    const from = readWatermark(request) ?? conversation.feed.watermark;
    return {
      status: 200,
      body: {
        conversationId: conversation.id,
        token: await tokenFor(caller, conversation, endpoint),
        streamUrl: await streamUrl(endpoint, request, caller, conversation, from),
      },
    };
  };
}

async function tokenFor(
  caller: Caller,
  { id, record }: Conversation,
  { tokens }: Endpoint,
): Promise<string> {
  if (caller.kind === 'token') return caller.token;
  const { userId, lineage, since } = record;
  const issued = await tokens.issue({
    conversationId: id,
    userId,
    origin: null,
    lineage,
    since,
    started: true,
  });
  if (!issued) throw new DirectLineError('tokenExpired');
  return issued.token;
}
