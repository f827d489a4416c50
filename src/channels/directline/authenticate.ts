import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../clock.ts';
import type { Conversation } from './conversation.ts';
import type { Conversations } from './conversations.ts';
import type { Cors } from './cors.ts';
import { DirectLineError } from './directLineError.ts';
import { lineageLifetime, tokenLifetime, type Tokens } from './token.ts';
import type { TokenClaims } from './tokenClaims.ts';

/** Who sends a request: a client with the token of one conversation, or a server with the secret. */
export type Caller =
  | {
      readonly kind: 'token';
      readonly token: string;
      readonly claims: TokenClaims;
      readonly expiresAt: number;
    }
  | { readonly kind: 'secret' };

export type Authenticate = {
  /** Throws a `DirectLineError`. */
  caller(request: IncomingMessage): Promise<Caller>;
  /** The caller and its open conversation. Throws a `DirectLineError`. */
  reach(
    request: IncomingMessage,
    conversationId: string,
  ): Promise<{ caller: Caller; conversation: Conversation }>;
  /** As `reach`, but finds a conversation that ended seconds ago too, so that its end can be read. */
  reachToRead(request: IncomingMessage, conversationId: string): Promise<Conversation>;
  /** True when the request carries the secret and comes from no browser. */
  isSecretCaller(request: IncomingMessage): boolean;
};

export function createAuthenticate(parts: {
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly cors: Cors;
  readonly conversations: Conversations;
  readonly secret: string | undefined;
}): Authenticate {
  const { clock, tokens, cors, conversations, secret } = parts;
  if (secret !== undefined && secret.length < 32) {
    throw new Error('The Direct Line secret has under 32 characters. Configure a longer one.');
  }
  const secretHash = secret === undefined ? null : sha256(secret);
  const isSecret = (credential: string): boolean =>
    secretHash !== null && timingSafeEqual(sha256(credential), secretHash);

  const caller = async (request: IncomingMessage): Promise<Caller> => {
    const credential = bearerOf(request);
    if (credential === null) throw new DirectLineError('tokenMissing');
    const { origin } = request.headers;
    if (origin !== undefined && !cors.isAllowed(origin)) {
      throw new DirectLineError('originRefused');
    }
    if (isSecret(credential)) {
      // A page that holds the secret would hand every conversation to every visitor.
      if (origin !== undefined) throw new DirectLineError('tokenInvalid');
      return { kind: 'secret' };
    }
    const checked = await tokens.check(credential);
    if (checked.outcome === 'expired') throw new DirectLineError('tokenExpired');
    if (checked.outcome === 'invalid') throw new DirectLineError('tokenInvalid');
    const { claims, expiresAt } = checked;
    if (origin !== undefined && claims.origin !== null && origin !== claims.origin) {
      throw new DirectLineError('originRefused');
    }
    return { kind: 'token', token: credential, claims, expiresAt };
  };

  const callerFor = async (request: IncomingMessage, conversationId: string): Promise<Caller> => {
    const known = await caller(request);
    if (known.kind === 'token' && known.claims.conversationId !== conversationId) {
      throw new DirectLineError('tokenInvalid');
    }
    return known;
  };

  const openFor = async (known: Caller, conversationId: string): Promise<Conversation> => {
    const found = await conversations.find(conversationId);
    if (found === 'unknown') {
      // A started conversation that nobody remembers is lost, and "ended" lets the page begin anew.
      const isLost = known.kind === 'token' && known.claims.started;
      throw new DirectLineError(isLost ? 'tokenExpired' : 'conversationUnknown');
    }
    if (found === 'ended') throw new DirectLineError('tokenExpired');
    if (known.kind === 'token' && known.claims.lineage !== found.record.lineage) {
      throw new DirectLineError('tokenExpired');
    }
    if (known.kind === 'secret') keepAlive(found, clock);
    return found;
  };

  return {
    caller,
    async reach(request, conversationId) {
      const known = await callerFor(request, conversationId);
      return { caller: known, conversation: await openFor(known, conversationId) };
    },
    async reachToRead(request, conversationId) {
      const known = await callerFor(request, conversationId);
      return conversations.justEnded(conversationId) ?? (await openFor(known, conversationId));
    },
    isSecretCaller(request) {
      const credential = bearerOf(request);
      return credential !== null && isSecret(credential);
    },
  };
}

/** A caller with the secret has no token whose life would keep the conversation. */
function keepAlive(conversation: Conversation, clock: Clock): void {
  const lineageEnd = conversation.record.since + lineageLifetime * 1000;
  conversation.extendTo(Math.min(clock().getTime() + tokenLifetime * 1000, lineageEnd));
}

function bearerOf(request: IncomingMessage): string | null {
  return /^Bearer +([^\s]+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
