import { addMonths, firstDayOf, instantAt, monthOf, type Month } from '../../rules/index.ts';
import type { CardNumber } from '../readerAccounts.ts';
import { demoReaders } from './demoReaders.ts';

export type DemoPool = { readonly month: Month; readonly codes: readonly string[] };

export type DemoClaim = {
  readonly card: CardNumber;
  readonly month: Month;
  readonly claimedAt: Date;
  /** What the activation report told; `null` when there was none. */
  readonly activated: boolean | null;
};

/** What the ledger must hold for the demo readers to show their cases. Oldest month first. */
export type DemoLedgerSeeds = {
  readonly pools: readonly DemoPool[];
  readonly claims: readonly DemoClaim[];
};

/**
 * Pools and claims of the demo for the month of `now`: last month's code that was not activated, this
 * month's code that is claimed already, and pools for this month and the next, so that a rehearsal
 * may run over the end of a month. Codes are invented and equal for equal months.
 *
 * @param poolSize codes of a full month, from the policy
 */
export function demoLedgerSeeds(now: Date, poolSize: number): DemoLedgerSeeds {
  const thisMonth = monthOf(now);
  const lastMonth = addMonths(thisMonth, -1);
  return {
    pools: [
      demoPool(lastMonth, 1),
      demoPool(thisMonth, poolSize),
      demoPool(addMonths(thisMonth, 1), poolSize),
    ],
    claims: [
      {
        card: demoReaders.notActivated.card,
        month: lastMonth,
        claimedAt: startOf(lastMonth),
        activated: false,
      },
      {
        card: demoReaders.alreadyClaimed.card,
        month: thisMonth,
        claimedAt: startOf(thisMonth),
        activated: null,
      },
    ],
  };
}

/** Never in the future, whatever the hour of the demo clock. */
function startOf(month: Month): Date {
  return instantAt(firstDayOf(month), '00:00');
}

function demoPool(month: Month, size: number): DemoPool {
  const codes = Array.from(
    { length: size },
    (_, index) => `DEMO${month.slice(2).replace('-', '')}${String(index + 1).padStart(4, '0')}`,
  );
  return { month, codes };
}
