import type { Clock } from '../../clock.ts';
import type { Records } from '../records.ts';
import type { SignInPolicy } from '../signInPolicy.ts';

/** What is kept about one network, in milliseconds, oldest first. */
export type AddressFailures = {
  readonly guesses: readonly Guess[];
  readonly stoppedUntil: number;
};

/** `failed` is false while the guess is being checked. */
type Guess = {
  readonly id: string;
  readonly at: number;
  readonly account: string;
  readonly failed: boolean;
};

/** `slow`: let it through, but not quickly. */
export type AddressVerdict =
  { readonly verdict: 'go' | 'slow' } | { readonly verdict: 'stop'; readonly until: Date };

/** Slows down and stops guessing from one network, whatever the accounts. */
export type AddressThrottle = {
  /** Counts a guess, which is a failure until `forget` takes it back. A stopped one is not counted. */
  begin(guess: {
    readonly id: string;
    readonly network: string;
    readonly account: string;
    readonly isLibraryNetwork: boolean;
  }): Promise<AddressVerdict>;
  /** The guess was wrong. */
  fail(network: string, id: string, isLibraryNetwork: boolean): Promise<void>;
  /** The guess was right, or could not be checked. */
  forget(network: string, id: string): Promise<void>;
};

const day = 24 * 60 * 60 * 1000;
/** Enough of an account's pseudonym to tell accounts apart; a busy network has a thousand of them. */
const shortAccount = 12;
const none: AddressFailures = { guesses: [], stoppedUntil: 0 };

export function addressThrottle(
  records: Records<AddressFailures>,
  clock: Clock,
  policy: SignInPolicy['address'],
): AddressThrottle {
  const factorOf = (isLibraryNetwork: boolean): number =>
    isLibraryNetwork ? policy.libraryFactor : 1;

  async function change(
    network: string,
    next: (current: AddressFailures, now: number) => AddressFailures,
  ): Promise<void> {
    await records.update(network, (stored) => {
      const now = clock().getTime();
      const { guesses, stoppedUntil } = stored ?? none;
      const lastDay = guesses.filter(({ at }) => now - at < day);
      const value = next({ guesses: lastDay, stoppedUntil }, now);
      const isEmpty = value.guesses.length === 0 && value.stoppedUntil <= now;
      return isEmpty ? null : { value, expiresAt: new Date(now + day) };
    });
  }

  return {
    async begin({ id, network, account, isLibraryNetwork }) {
      let freeAt = 0;
      let at = 0;
      await change(network, (current, now) => {
        const factor = factorOf(isLibraryNetwork);
        at = now;
        freeAt = Math.max(
          current.stoppedUntil,
          freeAgain(current.guesses, policy.failures * factor, policy.window),
          freeAgain(current.guesses, policy.perDay * factor, day),
        );
        if (freeAt > now && !isLibraryNetwork) return current;
        const guess: Guess = {
          id,
          at: now,
          account: account.slice(0, shortAccount),
          failed: false,
        };
        // Library networks are never stopped, so their list needs a bound of its own.
        const guesses = [...current.guesses, guess].slice(-policy.perDay * factor);
        return { ...current, guesses };
      });
      if (freeAt <= at) return { verdict: 'go' };
      return isLibraryNetwork ? { verdict: 'slow' } : { verdict: 'stop', until: new Date(freeAt) };
    },

    async fail(network, id, isLibraryNetwork) {
      await change(network, (current, now) => {
        const guesses = current.guesses.map((one) =>
          one.id === id ? { ...one, failed: true } : one,
        );
        const recent = guesses.filter(({ at, failed }) => failed && now - at < policy.window);
        const accounts = new Set(recent.map(({ account }) => account));
        const isSpraying = accounts.size >= policy.distinctAccounts * factorOf(isLibraryNetwork);
        return { guesses, stoppedUntil: isSpraying ? now + policy.stop : current.stoppedUntil };
      });
    },

    async forget(network, id) {
      await change(network, (current) => ({
        ...current,
        guesses: current.guesses.filter((one) => one.id !== id),
      }));
    },
  };
}

/** When one more fits among at most `most` within `period`; 0 when it fits already. */
function freeAgain(guesses: readonly Guess[], most: number, period: number): number {
  const blocking = guesses.at(-most);
  return blocking === undefined ? 0 : blocking.at + period;
}
