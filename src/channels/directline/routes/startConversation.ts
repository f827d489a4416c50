import { randomUUID } from 'node:crypto';
import type { Handle } from '../answer.ts';
import type { Caller } from '../authenticate.ts';
import { DirectLineError } from '../directLineError.ts';
import { streamUrl, tokenAnswer, type Endpoint } from '../endpoint.ts';
import { readJsonBody } from '../requestBody.ts';
import { randomId } from '../token.ts';
import type { TokenClaims } from '../tokenClaims.ts';
import { renewToken } from '../tokenRenewal.ts';
import { namedUser } from './generateToken.ts';

/**
 * Starts the conversation of a token: 201 the first time, 200 with the same id after that. The bot is
 * told who joined without making the client wait for its greeting.
 */
export function startConversation(endpoint: Endpoint): Handle {
  return async (request) => {
    const caller = await endpoint.authenticate.caller(request);
    const body = await readJsonBody(request);
    const claims = claimsOf(caller, body, endpoint.now());

    const started = await endpoint.conversations.start(claims);
    if (started === 'ended' || started.conversation.record.lineage !== claims.lineage) {
      throw new DirectLineError('tokenExpired');
    }
    const { conversation, isNew } = started;
    const issued = await renewToken(endpoint, claims, conversation);
    const { userId } = conversation.record;
    if (userId !== null) void endpoint.turns.announce(conversation, userId);
    return {
      status: isNew ? 201 : 200,
      body: {
        ...tokenAnswer(conversation.id, issued),
        streamUrl: await streamUrl(endpoint, request, caller, conversation, 0),
        referenceGrammarId: randomUUID(),
      },
    };
  };
}

/** A page's token says everything; whoever holds the secret may name a user here. */
function claimsOf(caller: Caller, body: unknown, now: Date): TokenClaims {
  switch (caller.kind) {
    case 'token':
      return caller.claims;
    case 'secret':
      return {
        conversationId: randomId(),
        userId: namedUser(body),
        origin: null,
        lineage: randomId(),
        since: now.getTime(),
        started: false,
      };
  }
}
