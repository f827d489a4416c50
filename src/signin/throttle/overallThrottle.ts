import type { Clock } from '../../clock.ts';
import type { Records } from '../records.ts';
import type { SignInPolicy } from '../signInPolicy.ts';

/** Moments of the latest failures, in milliseconds, oldest first; of nobody in particular. */
export type OverallFailures = { readonly at: readonly number[] };

/** Notices an attack that is spread over many accounts and addresses, whichever instances it reaches. */
export type OverallThrottle = {
  /** Counts a failure. True when this one began an attack that staff should hear about. */
  fail(): Promise<boolean>;
  /** Milliseconds that everybody has to wait now. */
  delay(): Promise<number>;
};

const everybody = 'everybody';

export function overallThrottle(
  records: Records<OverallFailures>,
  clock: Clock,
  policy: SignInPolicy['overall'],
): OverallThrottle {
  const recent = (stored: OverallFailures | null): readonly number[] => {
    const now = clock().getTime();
    return (stored?.at ?? []).filter((at) => now - at < policy.window);
  };
  const isTooMuch = (failures: readonly number[]): boolean => failures.length > policy.failures;

  return {
    async fail() {
      let begins = false;
      await records.update(everybody, (stored) => {
        const now = clock().getTime();
        const before = recent(stored);
        const at = [...before, now].slice(-policy.failures - 1);
        begins = isTooMuch(at) && !isTooMuch(before);
        return { value: { at }, expiresAt: new Date(now + policy.window) };
      });
      return begins;
    },
    async delay() {
      return isTooMuch(recent(await records.get(everybody))) ? policy.delay : 0;
    },
  };
}
