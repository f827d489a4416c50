import type { Clock } from '../../clock.ts';
import {
  dayOf,
  daysBetween,
  instantAt,
  knownFact,
  yearOf,
  type AccountFacts,
  type CalendarDay,
  type Fact,
} from '../../rules/index.ts';
import { nodeDisk } from '../../storage/index.ts';
import type { FactSource } from '../factSource.ts';
import { snapshotPath } from './snapshotFile.ts';
import { openSnapshotLines, type SnapshotEntry, type SnapshotLines } from './snapshotLines.ts';

/** Machine name of the snapshot, as it stands in a fact's `source`. */
export const snapshotSource = 'snapshot';

export type SnapshotOptions = {
  /** The data folder. */
  readonly folder: string;
  readonly clock: Clock;
  /** Days after which a snapshot tells nothing any more. */
  readonly maximumAgeDays: number;
  /** Told that the file cannot be read; the facts are unknown until another one is imported. */
  readonly onDamaged?: (error: unknown) => void;
};

export type SnapshotSource = FactSource & {
  readonly entryOf: SnapshotLines['entryOf'];
  /** The day of the snapshot and how many cards it holds; `null` when there is none. */
  state(): Promise<{
    readonly day: CalendarDay;
    readonly cards: number;
    readonly isTooOld: boolean;
  } | null>;
  /** Deletes a snapshot too old to tell anything, because it holds readers' data; says how many. */
  purge(): Promise<number>;
};

/** What staff last exported from the library's system, see `writeSnapshot`. */
export function openSnapshot(options: SnapshotOptions): SnapshotSource {
  const { folder, clock, maximumAgeDays } = options;
  const { current, isCurrent, entryOf } = openSnapshotLines(folder, options.onDamaged);

  function isTooOld(day: CalendarDay, today: CalendarDay): boolean {
    const age = daysBetween(day, today);
    // One of the future tells that a clock is wrong; what it says about today nobody knows.
    return age > maximumAgeDays || age < 0;
  }

  return {
    name: snapshotSource,
    entryOf,

    async facts(card) {
      const entry = await entryOf(card);
      const today = dayOf(clock());
      return !entry || isTooOld(entry.day, today) ? {} : factsIn(entry, today);
    },

    async state() {
      const snapshot = await current();
      if (!snapshot) return null;
      const { day, lines } = snapshot;
      return { day, cards: lines.size, isTooOld: isTooOld(day, dayOf(clock())) };
    },

    async purge() {
      const snapshot = await current();
      if (!snapshot || daysBetween(snapshot.day, dayOf(clock())) <= maximumAgeDays) return 0;
      // One that was imported in this moment stays.
      if (!(await isCurrent(snapshot))) return 0;
      await nodeDisk.remove(snapshotPath(folder));
      return 1;
    },
  };
}

function factsIn({ day, row }: SnapshotEntry, today: CalendarDay): Partial<AccountFacts> {
  const asOf = instantAt(day, '00:00');
  const tell = <Value>(value: Value): Fact<Value> => knownFact(value, snapshotSource, asOf);
  const { balance, loansThisYear: loans, dataConfirmedOn, overdueItems } = row;
  const isOfThisYear = yearOf(day) === yearOf(today);
  return {
    ...(balance !== null && { balance: tell(balance) }),
    ...(loans !== null && isOfThisYear && { loansThisYear: tell(loans) }),
    // A count from last year's December proves a loan of that year, and never that there was none.
    ...(loans !== null &&
      loans > 0 &&
      yearOf(day) === yearOf(today) - 1 && { loansLastYear: tell(loans) }),
    ...(dataConfirmedOn !== null && {
      dataConfirmedOn: tell(dataConfirmedOn === 'never' ? null : dataConfirmedOn),
    }),
    ...(overdueItems !== null && { overdueItems: tell(overdueItems) }),
  };
}
