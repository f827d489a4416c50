import type { Month } from '../../rules/index.ts';

/** What the operator must hear of the ledger's files. Holds no card and no code. */
export type LedgerNotice =
  /** Damage was found at start and put right; `repairs` says how. */
  | {
      readonly event: 'monthRestored';
      readonly month: Month;
      readonly repairs: readonly string[];
    }
  /** Lines of a month's audit were damaged; the ledger itself is whole. */
  | { readonly event: 'auditDamaged'; readonly month: Month }
  /** The end of a month's audit, or all of it, was gone; it is written again from the journal. */
  | { readonly event: 'auditRestored'; readonly month: Month }
  /** Nothing can be made durable: claims are refused until it can. */
  | { readonly event: 'claimsStopped'; readonly month: Month; readonly error: unknown }
  | { readonly event: 'claimsResumed'; readonly month: Month }
  /** The month's file, the second copy beside the journal, could not be written. */
  | { readonly event: 'copyFailed'; readonly month: Month; readonly error: unknown };

export type ReportLedgerNotice = (notice: LedgerNotice) => void;
