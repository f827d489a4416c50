import { failureRecords, sessionRecords } from './accountSessions.ts';
import type { Chat } from './chat.ts';
import type { BoundBrowser } from './chatBrowser.ts';
import type { ChatRecord } from './chatRecord.ts';
import type { LinkRequests } from './linkAllowance.ts';
import type { OpenRecords, Records } from './records.ts';
import type { AccountSessions } from './sessions.ts';
import type { AccountFailures } from './throttle/accountThrottle.ts';
import type { AddressFailures } from './throttle/addressThrottle.ts';
import type { OverallFailures } from './throttle/overallThrottle.ts';

/** Everything that sign-in keeps. */
export type SignInRecords = {
  /** By chat. */
  readonly chats: Records<ChatRecord>;
  /** By the SHA-256 of a ticket. */
  readonly tickets: Records<Chat>;
  /** By conversation. */
  readonly browsers: Records<BoundBrowser>;
  /** By user of a channel. */
  readonly links: Records<LinkRequests>;
  /** By the keyed hash of a card. */
  readonly sessions: Records<AccountSessions>;
  readonly accountFailures: Records<AccountFailures>;
  /** By network. */
  readonly addressFailures: Records<AddressFailures>;
  /** One for all. */
  readonly overallFailures: Records<OverallFailures>;
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

export async function openSignInRecords(open: OpenRecords): Promise<SignInRecords> {
  const records = {
    chats: await open<ChatRecord>('signin-chats'),
    tickets: await open<Chat>('signin-tickets'),
    browsers: await open<BoundBrowser>('signin-browsers'),
    links: await open<LinkRequests>('signin-links'),
    sessions: await open<AccountSessions>(sessionRecords),
    accountFailures: await open<AccountFailures>(failureRecords),
    addressFailures: await open<AddressFailures>('signin-address-failures'),
    overallFailures: await open<OverallFailures>('signin-overall-failures'),
  };
  const all = Object.values(records);

  return {
    ...records,
    async purge(now) {
      let purged = 0;
      for (const one of all) purged += await one.purge(now);
      return purged;
    },
    async close() {
      await Promise.all(all.map((one) => one.close()));
    },
  };
}
