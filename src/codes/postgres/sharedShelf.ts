import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Month } from '../../rules/index.ts';
import { isLostConnection } from '../../storage/index.ts';
import { LedgerError } from '../ledgerError.ts';
import { auditHash } from '../file/auditHash.ts';
import type { MonthShelf } from '../file/monthShelf.ts';
import type { MonthStore } from '../file/monthStore.ts';
import { cardsIn, isRetired, retired } from '../file/retiredMonth.ts';
import { sharedMonth, type SharedMonthParts } from './sharedMonth.ts';

export type SharedShelf = {
  /** The months, with every commit from before the call. Rejects with `LEDGER_UNAVAILABLE`. */
  current(): Promise<MonthShelf>;
  /** A month to change; it catches up by itself. Rejects with `LEDGER_CLOSED`. */
  storeOf(of: Month): Promise<MonthStore>;
  isHealthy(): boolean;
  isClosed(): boolean;
  close(): Promise<void>;
};

export type SharedShelfParts = Omit<SharedMonthParts, 'hash'> & { readonly auditKey: Uint8Array };

/** All months of a ledger that several instances change. */
export function sharedShelf({ auditKey, ...parts }: SharedShelfParts): SharedShelf {
  const { table, states, health } = parts;
  const stores = new Map<Month, MonthStore>();
  let isClosed = false;

  function refuseWhenClosed(): void {
    if (isClosed) throw new LedgerError('LEDGER_CLOSED', 'The ledger is closed.');
  }

  function storeOf(of: Month): MonthStore {
    const store = stores.get(of) ?? sharedMonth(of, { ...parts, hash: auditHash(auditKey, of) });
    stores.set(of, store);
    return store;
  }

  const shelf: MonthShelf = {
    months() {
      refuseWhenClosed();
      return states.months();
    },
    find(of) {
      refuseWhenClosed();
      return states.of(of).sequence > 0 ? storeOf(of) : undefined;
    },
    async findOrCreate(of) {
      refuseWhenClosed();
      return storeOf(of);
    },
    async retire(of) {
      refuseWhenClosed();
      const state = states.of(of);
      if (isRetired(state) || cardsIn(state).length === 0) return false;
      const next = retired(state);
      // When something was changed meanwhile, the next day's round does it.
      const isDone = await table.replace(next, randomUUID());
      if (isDone) states.advance(next);
      return isDone;
    },
    isHealthy: () => health.isGood(),
    close,
  };

  async function close(): Promise<void> {
    if (isClosed) return;
    isClosed = true;
    for (const store of stores.values()) await store.close();
    health.close();
  }

  /** While the ledger is in trouble a single try has to do, so that readers get their answer. */
  async function caughtUp(): Promise<void> {
    const waits = health.isGood() ? [...parts.retries] : [];
    for (;;) {
      try {
        return await states.catchUp();
      } catch (error) {
        if (error instanceof LedgerError) throw error;
        states.forget();
        const wait = isLostConnection(error) ? waits.shift() : undefined;
        if (wait === undefined) throw unavailableNow(error);
        await pause(wait);
      }
    }
  }

  return {
    async current() {
      refuseWhenClosed();
      await caughtUp();
      return shelf;
    },
    storeOf: (of) => shelf.findOrCreate(of),
    isHealthy: () => health.isGood(),
    isClosed: () => isClosed,
    close,
  };
}

function unavailableNow(error: unknown): LedgerError {
  return new LedgerError('LEDGER_UNAVAILABLE', 'The codes cannot be read now.', error);
}
