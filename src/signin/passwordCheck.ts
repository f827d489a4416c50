import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { CardNumber, ReaderAccounts } from '../library/index.ts';
import type { Credentials } from './credentials.ts';
import type { SignInPolicy } from './signInPolicy.ts';
import type { AccountThrottle } from './throttle/accountThrottle.ts';
import type { AddressThrottle } from './throttle/addressThrottle.ts';
import { networkOf } from '../http/index.ts';
import type { OverallThrottle } from './throttle/overallThrottle.ts';

/** One try at the sign-in form. `null`: what was typed can be nobody's card and password. */
export type Guess = { readonly credentials: Credentials | null; readonly address: string };

export type CheckedGuess = {
  /** Keyed hash of the card number, for the audit. */
  readonly account: string;
  readonly network: string;
  readonly answer:
    | { readonly outcome: 'right'; readonly card: CardNumber }
    /** `accountWaits` must look to the reader like `wrong`. */
    | { readonly outcome: 'wrong' | 'accountWaits' | 'libraryUnavailable' }
    | { readonly outcome: 'networkStopped'; readonly until: Date };
};

/** Waits that many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

export type PasswordCheck = (guess: Guess) => Promise<CheckedGuess>;

/**
 * Asks the library about a card and a password, unless somebody guesses too much. All answers but
 * `networkStopped` take at least the policy's floor, so that the time tells nothing about the card.
 */
export function passwordCheck(parts: {
  readonly library: ReaderAccounts;
  readonly accounts: AccountThrottle;
  readonly addresses: AddressThrottle;
  readonly overall: OverallThrottle;
  readonly pseudonymOf: (card: string) => string;
  readonly isLibraryNetwork: (address: string) => boolean;
  readonly onAttack: () => void;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly policy: SignInPolicy;
}): PasswordCheck {
  const { library, accounts, addresses, overall, clock, pause, policy } = parts;

  async function ask(
    credentials: Credentials | null,
    account: string,
  ): Promise<CheckedGuess['answer']> {
    if (credentials === null) return { outcome: 'wrong' };
    if (!(await accounts.begin(account))) return { outcome: 'accountWaits' };
    const { card, password } = credentials;
    const authentication = await library.authenticate(card, password);
    switch (authentication.outcome) {
      case 'authenticated':
        await accounts.reset(account);
        return { outcome: 'right', card: authentication.card };
      case 'refused':
        return { outcome: 'wrong' };
      case 'unavailable':
        await accounts.takeBack(account);
        return { outcome: 'libraryUnavailable' };
    }
  }

  return async ({ credentials, address }) => {
    const startedAt = clock().getTime();
    const network = networkOf(address);
    const account = parts.pseudonymOf(credentials?.card ?? '');
    const isLibraryNetwork = parts.isLibraryNetwork(address);
    const id = randomBytes(9).toString('base64url');

    const passed = await addresses.begin({ id, network, account, isLibraryNetwork });
    if (passed.verdict === 'stop') {
      return { account, network, answer: { outcome: 'networkStopped', until: passed.until } };
    }
    const slowness = passed.verdict === 'slow' ? policy.overall.delay : 0;
    const delay = Math.max(await overall.delay(), slowness);
    if (delay > 0) await pause(delay);

    const answer = await ask(credentials, account);
    if (answer.outcome === 'wrong' || answer.outcome === 'accountWaits') {
      await addresses.fail(network, id, isLibraryNetwork);
      if (await overall.fail()) parts.onAttack();
    } else {
      await addresses.forget(network, id);
    }
    await pause(restOfFloor(startedAt + delay, clock().getTime(), policy.timing));
    return { account, network, answer };
  };
}

/** Milliseconds that are missing to the floor and a random bit more. */
function restOfFloor(startedAt: number, now: number, timing: SignInPolicy['timing']): number {
  const target = timing.floor + randomInt(timing.spread + 1);
  // A clock that was set back meanwhile must not make the reader wait for an hour.
  const elapsed = Math.max(0, now - startedAt);
  return Math.max(0, target - elapsed);
}
