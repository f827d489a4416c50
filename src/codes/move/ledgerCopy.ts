import { isDeepStrictEqual } from 'node:util';
import type { Month } from '../../rules/index.ts';
import type { CodeLedger } from '../codeLedger.ts';
import { dataOf } from '../file/monthFile.ts';
import type { MonthState } from '../file/monthState.ts';

/** Everything a ledger keeps of one month. */
export type MonthCopy = {
  /** Pool, claims, release moment, who waited and the draw. */
  readonly state: MonthState;
  /** Rows of the audit about changes of the ledger, as they are stored. */
  readonly changes: readonly unknown[];
  /** All other rows of the audit. */
  readonly events: readonly unknown[];
};

/** By month, the oldest first. */
export type LedgerCopy = ReadonlyMap<Month, MonthCopy>;

/** A place that keeps a ledger, which nobody else may change meanwhile. */
export type LedgerPlace = {
  /** The ledger, to be closed before anything else is asked of the place. */
  open(): Promise<CodeLedger>;
  /** All that is kept. Rejects with `LEDGER_DAMAGED` when that cannot be told. */
  read(): Promise<LedgerCopy>;
  /** Keeps the copy: all of it, or nothing. The place must be empty. */
  write(copy: LedgerCopy): Promise<void>;
};

/** Months that are not the same in both, the oldest first; none: the copies are equal. */
export function differingMonths(one: LedgerCopy, other: LedgerCopy): readonly Month[] {
  const months = [...new Set([...one.keys(), ...other.keys()])].sort();
  return months.filter((of) => !isDeepStrictEqual(comparable(one, of), comparable(other, of)));
}

function comparable(copy: LedgerCopy, of: Month): unknown {
  const month = copy.get(of);
  return month && { ...month, state: dataOf(month.state) };
}
