import { LedgerError } from '../codes/index.ts';
import { isDatabaseAway } from '../storage/index.ts';

/** True for an error that passes by itself: the database or the ledger's disk takes no part now. */
export function isStoreAway(error: unknown): boolean {
  const isLedger = error instanceof LedgerError && error.code === 'LEDGER_UNAVAILABLE';
  return isLedger || isDatabaseAway(error);
}
