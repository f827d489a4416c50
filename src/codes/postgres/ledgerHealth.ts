import type { Month } from '../../rules/index.ts';
import type { ReportLedgerNotice } from '../file/ledgerNotice.ts';

/** Whether changes can be made durable, told to the operator when it changes. */
export type LedgerHealth = {
  isGood(): boolean;
  failed(month: Month, error: unknown): void;
  worked(): void;
  close(): void;
};

/** While it is bad, `probe` is tried every `retryEvery` milliseconds until it resolves. */
export function ledgerHealth(
  probe: () => Promise<void>,
  report: ReportLedgerNotice,
  retryEvery: number,
): LedgerHealth {
  let stopped: Month | null = null;
  let retry: NodeJS.Timeout | null = null;
  let isClosed = false;

  function tryAgainLater(): void {
    if (isClosed) return;
    retry ??= setTimeout(() => {
      retry = null;
      if (stopped !== null) probe().then(worked, tryAgainLater);
    }, retryEvery).unref();
  }

  function worked(): void {
    if (stopped === null) return;
    report({ event: 'claimsResumed', month: stopped });
    stopped = null;
  }

  return {
    isGood: () => stopped === null && !isClosed,
    failed(month, error) {
      if (stopped === null) report({ event: 'claimsStopped', month, error });
      stopped ??= month;
      tryAgainLater();
    },
    worked,
    close() {
      isClosed = true;
      if (retry) clearTimeout(retry);
    },
  };
}
