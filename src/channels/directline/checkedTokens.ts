import type { Clock } from '../../clock.ts';
import type { CheckedToken } from './tokenClaims.ts';

type GoodToken = Extract<CheckedToken, { outcome: 'valid' }>;

export type CheckedTokens = {
  /** As `check`, which is asked once for a good token and not again until its end. */
  check(token: string): Promise<CheckedToken>;
  /** A token of our own making needs no check. */
  remember(token: string, good: GoodToken): void;
  tidy(): void;
};

/** So that an attacker with many tokens cannot fill the memory. */
const maximumRemembered = 10_000;

/**
 * Remembers good tokens: checking a signature through WebCrypto takes Node 20 longer than all the rest
 * of a turn on our side.
 */
export function rememberTokens(
  check: (token: string) => Promise<CheckedToken>,
  clock: Clock,
): CheckedTokens {
  const good = new Map<string, GoodToken>();

  function remember(token: string, checked: GoodToken): void {
    good.set(token, checked);
    const [oldest] = good.keys();
    if (good.size > maximumRemembered && oldest !== undefined) good.delete(oldest);
  }

  return {
    remember,
    async check(token) {
      const known = good.get(token);
      if (known) return clock().getTime() >= known.expiresAt ? { outcome: 'expired' } : known;
      const checked = await check(token);
      if (checked.outcome === 'valid') remember(token, checked);
      return checked;
    },
    tidy() {
      const now = clock().getTime();
      for (const [token, { expiresAt }] of good) if (now >= expiresAt) good.delete(token);
    },
  };
}
