import type { Handle } from '../answer.ts';
import type { Conversation } from '../conversation.ts';
import { DirectLineError } from '../directLineError.ts';
import { tokenAnswer, type Endpoint } from '../endpoint.ts';
import type { TokenClaims } from '../tokenClaims.ts';
import { renewToken } from '../tokenRenewal.ts';

/** A new token for the conversation of a live one. The old one stays good until its own end. */
export function refreshToken(endpoint: Endpoint): Handle {
  return async (request) => {
    const caller = await endpoint.authenticate.caller(request);
    if (caller.kind === 'secret') throw new DirectLineError('tokenInvalid');
    const { claims } = caller;
    const conversation = claims.started
      ? (await endpoint.authenticate.reach(request, claims.conversationId)).conversation
      : await startedMeanwhile(endpoint, claims);
    const issued = await renewToken(endpoint, claims, conversation);
    return { status: 200, body: tokenAnswer(claims.conversationId, issued) };
  };
}

/** The conversation of a token from before its start; null when it has not been started yet. */
async function startedMeanwhile(
  endpoint: Endpoint,
  { conversationId, lineage }: TokenClaims,
): Promise<Conversation | null> {
  const found = await endpoint.conversations.find(conversationId);
  if (found === 'unknown') return null;
  if (found === 'ended' || found.record.lineage !== lineage) {
    throw new DirectLineError('tokenExpired');
  }
  return found;
}
