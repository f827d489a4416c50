import type { IncomingMessage } from 'node:http';
import type { Handle } from '../answer.ts';
import { DirectLineError } from '../directLineError.ts';
import { tokenAnswer, type Endpoint } from '../endpoint.ts';
import { isJson, property, readJsonBody } from '../requestBody.ts';
import { randomId } from '../token.ts';
import type { TokenClaims } from '../tokenClaims.ts';

/**
 * Hands out a token for a conversation that does not exist yet; the bot is not contacted. A page needs
 * an allowed origin, and a JSON content type so that browsers ask first. A server needs the secret and
 * may name its user.
 */
export function generateToken(endpoint: Endpoint): Handle {
  return async (request, response) => {
    const { origin } = request.headers;
    const forServer = isForServer(endpoint, request);
    if (!forServer) {
      if (!isJson(request)) throw new DirectLineError('contentTypeRefused');
      const retryAfter = endpoint.limits.takeToken(endpoint.addressOf(request));
      if (retryAfter !== null) throw new DirectLineError('tooManyTokens', retryAfter);
    }
    const body = await readJsonBody(request);
    const claims: TokenClaims = {
      conversationId: randomId(),
      userId: forServer ? namedUser(body) : `dl_${randomId()}`,
      origin: forServer ? null : (origin ?? null),
      lineage: randomId(),
      since: endpoint.now().getTime(),
      started: false,
    };
    const issued = await endpoint.tokens.issue(claims);
    if (!issued) throw new DirectLineError('unexpected');
    if (!forServer) {
      const browser = endpoint.browser.ensureBrowser(request, response);
      await endpoint.browser.bindBrowser(claims.conversationId, browser, request);
    }
    return { status: 200, body: tokenAnswer(claims.conversationId, issued) };
  };
}

/** The user a server-side caller names in its body, or null. */
export function namedUser(body: unknown): string | null {
  const id = property(property(body, 'user'), 'id');
  if (id === undefined || id === null || id === '') return null;
  if (typeof id !== 'string' || id.length > 128) throw new DirectLineError('senderRefused');
  return id;
}

function isForServer(endpoint: Endpoint, request: IncomingMessage): boolean {
  const { origin, authorization } = request.headers;
  const isSecretCaller = endpoint.authenticate.isSecretCaller(request);
  if (origin === undefined) {
    if (isSecretCaller) return true;
    throw new DirectLineError(authorization === undefined ? 'tokenMissing' : 'tokenInvalid');
  }
  if (isSecretCaller) throw new DirectLineError('tokenInvalid');
  if (!endpoint.cors.isAllowed(origin)) throw new DirectLineError('originRefused');
  return false;
}
