import { month, type Month } from '../../rules/index.ts';
import { keyedQueue } from '../../keyedQueue.ts';
import { LedgerError } from '../ledgerError.ts';
import { retireMonth } from './retiredMonth.ts';
import { openMonthStore, type MonthStore, type MonthStoreOptions } from './monthStore.ts';

/** The open months. Every method but `close` throws `LEDGER_CLOSED` once the shelf is closed. */
export type MonthShelf = {
  /** Months that exist, oldest first. */
  months(): readonly Month[];
  find(of: Month): MonthStore | undefined;
  findOrCreate(of: Month): Promise<MonthStore>;
  /** Takes the cards out of the month; false when none was in it. */
  retire(of: Month): Promise<boolean>;
  isHealthy(): boolean;
  close(): Promise<void>;
};

/** Opens all months that have files. */
export async function openMonthShelf(options: MonthStoreOptions): Promise<MonthShelf> {
  const stores = new Map<Month, MonthStore>();
  const openings = keyedQueue();
  let isClosed = false;

  for (const stored of await storedMonths(options)) {
    stores.set(stored, await open(stored, options));
  }

  function refuseWhenClosed(): void {
    if (isClosed) throw new LedgerError('LEDGER_CLOSED', 'The ledger is closed.');
  }

  return {
    months() {
      refuseWhenClosed();
      return [...stores.keys()].sort();
    },
    find(of) {
      refuseWhenClosed();
      return stores.get(of);
    },
    // One opening of a month at a time: two stores on one journal would overwrite each other.
    findOrCreate: (of) =>
      openings.run(of, async () => {
        refuseWhenClosed();
        const store = stores.get(of) ?? (await open(of, options));
        stores.set(of, store);
        return store;
      }),
    retire: (of) =>
      openings.run(of, async () => {
        refuseWhenClosed();
        await stores.get(of)?.close();
        try {
          return await retireMonth(of, options.ledgerFolder, options.disk);
        } finally {
          stores.set(of, await open(of, options));
        }
      }),
    isHealthy: () => !isClosed && [...stores.values()].every((store) => store.isHealthy()),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await openings.settled();
      for (const store of stores.values()) await store.close();
    },
  };
}

async function open(of: Month, options: MonthStoreOptions): Promise<MonthStore> {
  try {
    return await openMonthStore(of, options);
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError('LEDGER_UNAVAILABLE', `The codes of ${of} cannot be read now.`, error);
  }
}

/** Months that have files, and those of which only the audit is left: their opening is refused. */
async function storedMonths(options: MonthStoreOptions): Promise<Set<Month>> {
  const { ledgerFolder, auditFolder, disk } = options;
  const stored = /^(\d{4}-\d{2})(\.previous)?\.(json|journal\.ndjson)$/;
  const audited = /^(\d{4}-\d{2})\.ledger\.ndjson$/;
  return new Set([
    ...monthsIn(await disk.list(ledgerFolder), stored),
    ...monthsIn(await disk.list(auditFolder), audited),
  ]);
}

function monthsIn(names: readonly string[], pattern: RegExp): readonly Month[] {
  return names.flatMap((name) => {
    const text = pattern.exec(name)?.[1];
    return text === undefined ? [] : [month(text)];
  });
}
