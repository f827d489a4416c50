import { openPostgresLedger } from '../../../../src/codes/index.ts';
import type { CardNumber } from '../../../../src/library/index.ts';
import { month } from '../../../../src/rules/index.ts';
import type { Chat } from '../../../../src/signin/index.ts';
import type { Database } from '../../../../src/storage/index.ts';

export const december = month('2026-12');
export const releaseDay = new Date('2026-12-10T08:00:00Z');
/** Seconds after which what a dead instance held is free. */
export const heldFor = 1;

/** Claims a code for whoever writes, in the ledger of the database; returns it. */
export async function claimingTurn(database: Database): Promise<(chat: Chat) => Promise<string>> {
  const ledger = await openPostgresLedger({
    database,
    clock: () => releaseDay,
    auditKey: new Uint8Array(32),
  });
  return async ({ userId }) => {
    // Any text will do as the number of a card here.
    const claimed = await ledger.claim(userId as CardNumber, december, releaseDay);
    return claimed.outcome === 'poolEmpty' ? 'none' : claimed.claim.code;
  };
}
