import type { Month } from '../../rules/index.ts';
import { groupCommit } from '../../storage/index.ts';
import { emptyMonth, type MonthState } from '../file/monthState.ts';
import type { JournalLine } from '../file/monthJournal.ts';
import { replay } from '../file/recoverMonth.ts';
import type { CommitTable } from './commitTable.ts';

/** What this instance knows of the months that all instances change. */
export type SharedStates = {
  /** Empty for a month of which nothing is known. */
  of(month: Month): MonthState;
  /** Months with commits, oldest first. */
  months(): readonly Month[];
  /** Returns when every commit from before the call is known; calls made meanwhile share the next. */
  catchUp(): Promise<void>;
  /** Takes in a state that this instance just made durable. */
  advance(state: MonthState): void;
  /** Reads everything anew: another server may answer now, which lacks what this one knew. */
  forget(): void;
};

export function sharedStates(table: Pick<CommitTable, 'linesAfter'>): SharedStates {
  const states = new Map<Month, MonthState>();
  const of = (month: Month): MonthState => states.get(month) ?? emptyMonth(month);

  function advance(state: MonthState): void {
    // Two readings may cross; numbers of a month have no gap, so the younger state holds the older.
    if (state.sequence > of(state.month).sequence) states.set(state.month, state);
  }

  const readings = groupCommit<null, null>(async (waiting) => {
    const known = new Map([...states].map(([month, { sequence }]) => [month, sequence]));
    const lines = new Map<Month, JournalLine[]>();
    for (const { month, line } of await table.linesAfter(known)) {
      const sameMonth = lines.get(month) ?? [];
      lines.set(month, sameMonth);
      sameMonth.push(line);
    }
    for (const [month, news] of lines) advance(replay(of(month), news));
    return waiting.map(() => null);
  });

  return {
    of,
    months: () => [...states.keys()].sort(),
    advance,
    forget: () => states.clear(),
    async catchUp() {
      await readings.add(null);
    },
  };
}
