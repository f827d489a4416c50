import type { Clock } from '../clock.ts';
import type { ReportLedgerNotice } from './file/ledgerNotice.ts';

/** What a ledger is told, wherever it keeps its codes. */
export type LedgerOptions = {
  readonly clock: Clock;
  /** Key of the hashes that stand for cards and codes in the audit. */
  readonly auditKey: Uint8Array;
  /** Keys of hashes made before the server secret changed. */
  readonly previousAuditKeys?: readonly Uint8Array[];
  readonly report?: ReportLedgerNotice;
  /** What a draw's order follows from. Default: 256 random bits. */
  readonly newSeed?: () => string;
  /** Milliseconds between tries of a ledger that could not write. */
  readonly retryEvery?: number;
};
