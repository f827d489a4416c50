import type { Clock } from '../clock.ts';
import { lastCharacters, type CodeLedger } from '../codes/index.ts';
import type { CardNumber, SnapshotEntry, SnapshotLines } from '../library/index.ts';
import type { Month } from '../rules/index.ts';
import { keptUntil } from './retention.ts';

/** A claim as it may be shown to whoever asks about a card. */
export type KeptClaim = {
  readonly month: Month;
  readonly claimedAt: Date;
  /** The code's last characters: the code itself is shown by the reminder only. */
  readonly codeEnd: string;
  readonly activated: boolean | null;
  /** The last month in which the claim names the card. */
  readonly keptUntil: Month;
};

/** Everything that is kept under a card number (GDPR art. 15). */
export type PersonalData = {
  /** Oldest first. */
  readonly claims: readonly KeptClaim[];
  /** Rows of the security log about the card, which hold a keyed hash in its place. */
  readonly auditRows: number;
  /** Chats in which the card is signed in now. */
  readonly sessions: number;
  /** What the library's list of readers says about the card; `null` when it names no such card. */
  readonly listed: SnapshotEntry | null;
};

/**
 * What an erasure did (GDPR art. 17): sessions ended now, and what stays: what the contract
 * makes us keep, and the library's own list, which only another list changes.
 */
export type Erasure = {
  readonly endedSessions: number;
  readonly keptClaims: readonly KeptClaim[];
  readonly auditRows: number;
  readonly listed: SnapshotEntry | null;
};

/** The sign-in side of a card. */
export type AccountSessions = {
  sessionsOf(card: CardNumber): Promise<number>;
  endSessions(card: CardNumber): Promise<void>;
  /** Forgets the count of failed sign-ins. */
  unlock(card: string): Promise<void>;
};

export type Privacy = {
  /** `by`: who asked. Leaves an audit row. */
  dataOf(card: CardNumber, by: 'reader' | 'staff'): Promise<PersonalData>;
  /** Erases what may be erased. `reason` is staff's, without personal data. Leaves an audit row. */
  erase(card: CardNumber, by: 'reader' | 'staff', reason?: string): Promise<Erasure>;
};

export function createPrivacy(parts: {
  readonly ledger: CodeLedger;
  readonly accounts: AccountSessions;
  readonly snapshot: Pick<SnapshotLines, 'entryOf'>;
  readonly clock: Clock;
}): Privacy {
  const { ledger, accounts, snapshot, clock } = parts;

  async function collect(card: CardNumber): Promise<PersonalData> {
    const claims = await ledger.claimsOf(card);
    return {
      claims: claims.map(({ month, claimedAt, code, activated }) => ({
        month,
        claimedAt,
        activated,
        codeEnd: lastCharacters(code),
        keptUntil: keptUntil(month),
      })),
      auditRows: await ledger.auditRowsOf(card),
      sessions: await accounts.sessionsOf(card),
      listed: await snapshot.entryOf(card),
    };
  }

  return {
    async dataOf(card, by) {
      const data = await collect(card);
      await ledger.audit({ at: clock(), card, event: 'privacy.shown', details: { by } });
      return data;
    },

    async erase(card, by, reason) {
      const { claims, sessions, listed } = await collect(card);
      await accounts.endSessions(card);
      await accounts.unlock(card);
      const details = { by, sessions, ...(reason !== undefined && { reason }) };
      await ledger.audit({ at: clock(), card, event: 'privacy.erased', details });
      return {
        endedSessions: sessions,
        keptClaims: claims,
        auditRows: await ledger.auditRowsOf(card),
        listed,
      };
    },
  };
}
