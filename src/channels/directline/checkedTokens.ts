import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { CheckedToken } from './token.ts';

export type CheckedTokens = {
  /** As `check`, which is asked once for a good token and not again until its end. */
  check(token: string): Promise<CheckedToken>;
  tidy(): void;
};

/** So that an attacker with many tokens cannot fill the memory. */
const maximumRemembered = 10_000;

/**
 * Remembers good tokens by their hash: checking a signature through WebCrypto takes Node 20 longer
 * than all the rest of a turn on our side.
 */
export function rememberTokens(
  check: (token: string) => Promise<CheckedToken>,
  clock: Clock,
): CheckedTokens {
  const good = new Map<string, CheckedToken & { outcome: 'valid' }>();
  const isOver = (expiresAt: number): boolean => clock().getTime() >= expiresAt;

  return {
    async check(token) {
      const key = createHash('sha256').update(token).digest('base64url');
      const known = good.get(key);
      if (known) return isOver(known.expiresAt) ? { outcome: 'expired' } : known;
      const checked = await check(token);
      if (checked.outcome !== 'valid') return checked;
      good.set(key, checked);
      const [oldest] = good.keys();
      if (good.size > maximumRemembered && oldest !== undefined) good.delete(oldest);
      return checked;
    },
    tidy() {
      for (const [key, { expiresAt }] of good) if (isOver(expiresAt)) good.delete(key);
    },
  };
}
