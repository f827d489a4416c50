import type { Clock } from '../../clock.ts';
import type { SignInPolicy } from '../signInPolicy.ts';

/**
 * Notices an attack that is spread over many accounts and addresses. Counted in memory: after a
 * restart it begins anew, which costs an attacker more than it gains.
 */
export type OverallThrottle = {
  /** Counts a failure. True when this one began an attack that staff should hear about. */
  fail(): boolean;
  /** Milliseconds that everybody has to wait now. */
  delay(): number;
};

export function overallThrottle(clock: Clock, policy: SignInPolicy['overall']): OverallThrottle {
  let failures: readonly number[] = [];
  let isUnderAttack = false;

  const recent = (): readonly number[] => {
    const now = clock().getTime();
    return failures.filter((at) => now - at < policy.window);
  };
  const isTooMuch = (): boolean => recent().length > policy.failures;

  return {
    fail() {
      failures = [...recent(), clock().getTime()].slice(-policy.failures - 1);
      const wasUnderAttack = isUnderAttack;
      isUnderAttack = isTooMuch();
      return isUnderAttack && !wasUnderAttack;
    },
    delay: () => (isTooMuch() ? policy.delay : 0),
  };
}
