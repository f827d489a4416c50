import type { Clock } from '../../clock.ts';
import type { Records } from '../records.ts';
import type { SignInPolicy } from '../signInPolicy.ts';

/** What is kept about the failures of one account, in milliseconds. */
export type AccountFailures = {
  /** The failures within the window, oldest first. */
  readonly recent: readonly number[];
  /** Failures since the last success. */
  readonly consecutive: number;
  /** How often the account was made to wait; the next wait doubles with it. */
  readonly waits: number;
  readonly lastFailure: number;
  readonly waitUntil: number;
};

/**
 * Slows down guessing at one account, wherever the guesses come from. A guess counts as a failure
 * before it is checked, so that a hundred at the same time are no way around it.
 */
export type AccountThrottle = {
  /** Counts a guess. False: the account has to wait, or only staff can open it again; do not check. */
  begin(account: string): Promise<boolean>;
  /** The guess was right: everything is forgotten. Staff does the same to an account by hand. */
  reset(account: string): Promise<void>;
  /** The guess could not be checked: it did not happen. */
  takeBack(account: string): Promise<void>;
};

const day = 24 * 60 * 60 * 1000;
/** Long enough that a slow attack is still counted, short for cards that somebody merely mistyped. */
const keptShort = 30 * day;
const keptLong = 400 * day;

const none: AccountFailures = {
  recent: [],
  consecutive: 0,
  waits: 0,
  lastFailure: 0,
  waitUntil: 0,
};

export function accountThrottle(
  records: Records<AccountFailures>,
  clock: Clock,
  policy: SignInPolicy['account'],
): AccountThrottle {
  const keep = (value: AccountFailures) => {
    const isUnderAttack = value.consecutive > policy.failures;
    const kept = isUnderAttack ? keptLong : keptShort;
    return { value, expiresAt: new Date(value.lastFailure + kept) };
  };

  return {
    async begin(account) {
      let mayTry = false;
      await records.update(account, (stored) => {
        const now = clock().getTime();
        const current = stored ?? none;
        mayTry = now >= current.waitUntil && current.consecutive < policy.staffResetAfter;
        return keep(mayTry ? withFailure(current, now, policy) : current);
      });
      return mayTry;
    },
    reset: (account) => records.delete(account),
    async takeBack(account) {
      await records.update(account, (current) => {
        if (!current || current.consecutive <= 1) return null;
        const { recent, consecutive, waits, waitUntil } = current;
        const wasMadeToWait = waitUntil > current.lastFailure;
        return keep({
          ...current,
          recent: recent.slice(0, -1),
          consecutive: consecutive - 1,
          waits: wasMadeToWait ? waits - 1 : waits,
          waitUntil: 0,
        });
      });
    },
  };
}

function withFailure(
  current: AccountFailures,
  now: number,
  policy: SignInPolicy['account'],
): AccountFailures {
  const recent = [...current.recent.filter((at) => now - at < policy.window), now];
  const quietPeriods = Math.floor(Math.max(0, now - current.lastFailure) / policy.halving);
  const waits = Math.floor(current.waits / 2 ** quietPeriods);
  const mustWait = waits > 0 || recent.length >= policy.failures;
  const wait = Math.min(policy.longestWait, policy.firstWait * 2 ** waits);
  return {
    recent: recent.slice(-policy.failures),
    consecutive: current.consecutive + 1,
    waits: mustWait ? waits + 1 : waits,
    lastFailure: now,
    waitUntil: mustWait ? now + wait : 0,
  };
}
