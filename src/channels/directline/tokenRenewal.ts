import type { Conversation } from './conversation.ts';
import { DirectLineError } from './directLineError.ts';
import type { Endpoint } from './endpoint.ts';
import type { IssuedToken } from './token.ts';
import type { TokenClaims } from './tokenClaims.ts';

const longestSilence = 30 * 60_000;

/**
 * A further token of the same lineage, as long as the reader wrote something in the last half hour and
 * the lineage is under four hours old. `conversation` is null before the start. Throws a
 * `DirectLineError`.
 */
export async function renewToken(
  endpoint: Endpoint,
  claims: TokenClaims,
  conversation: Conversation | null,
): Promise<IssuedToken> {
  const lastMessageAt = conversation?.record.lastMessageAt ?? claims.since;
  const isSilent = endpoint.now().getTime() - lastMessageAt >= longestSilence;
  const issued = isSilent
    ? null
    : await endpoint.tokens.issue({ ...claims, started: conversation !== null });
  if (!issued) throw new DirectLineError('tokenExpired');
  if (conversation) {
    conversation.extendTo(issued.expiresAt);
    await conversation.save();
  }
  return issued;
}
