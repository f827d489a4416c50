import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { CardNumber } from '../library/index.ts';
import type { Keys } from '../storage/index.ts';
import type { OpenRecords, Records } from './records.ts';
import type { AccountSessions } from './sessions.ts';
import { signInPolicy } from './signInPolicy.ts';
import { accountThrottle, type AccountFailures } from './throttle/accountThrottle.ts';

const purpose = 'signin.account';
/** Names of the records, as the service opens them. */
export const sessionRecords = 'signin-sessions';
export const failureRecords = 'signin-account-failures';

/**
 * Stands for a card number in what sign-in keeps. Only the newest key makes it: a card has one list of
 * sessions, so that changing the secret signs everybody out.
 */
export function pseudonyms(deriveKeys: (purpose: string) => Keys): (card: string) => string {
  const [key] = deriveKeys(purpose);
  return (card) => createHmac('sha256', key).update(card.normalize('NFC')).digest('base64url');
}

/** How many live sessions the account has. */
export async function countLive(
  sessions: Records<AccountSessions>,
  account: string,
  clock: Clock,
): Promise<number> {
  const now = clock().getTime();
  return ((await sessions.get(account)) ?? []).filter(({ endsAt }) => now < endsAt).length;
}

/** The sessions and failures of cards for a command of staff while no bot runs. */
export async function openAccountSessions(parts: {
  readonly openRecords: OpenRecords;
  readonly deriveKeys: (purpose: string) => Keys;
  readonly clock: Clock;
}) {
  const { openRecords, clock } = parts;
  const pseudonymOf = pseudonyms(parts.deriveKeys);
  const sessions = await openRecords<AccountSessions>(sessionRecords);
  const failures = await openRecords<AccountFailures>(failureRecords);
  const throttle = accountThrottle(failures, clock, signInPolicy.account);
  return {
    sessionsOf: (card: CardNumber) => countLive(sessions, pseudonymOf(card), clock),
    endSessions: (card: CardNumber) => sessions.delete(pseudonymOf(card)),
    unlock: (card: string) => throttle.reset(pseudonymOf(card)),
    async close(): Promise<void> {
      await Promise.all([sessions.close(), failures.close()]);
    },
  };
}
