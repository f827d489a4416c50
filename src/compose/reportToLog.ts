import type { ReportLedgerNotice } from '../codes/index.ts';
import type { Log } from '../log.ts';

/** Writes what the ledger reports about its files into the log. */
export function reportToLog(log: Log): ReportLedgerNotice {
  return (notice) => {
    const error = 'error' in notice ? { error: notice.error } : {};
    const write = notice.event === 'claimsResumed' ? log.info : log.error;
    write(`ledger.${notice.event}`, { month: notice.month, ...error });
  };
}
