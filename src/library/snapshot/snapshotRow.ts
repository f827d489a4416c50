import { calendarDay, type CalendarDay } from '../../rules/index.ts';

/** What a snapshot says about one card. `null`: the snapshot does not say. */
export type SnapshotRow = {
  readonly card: string;
  /** In grosze; negative when overpaid. */
  readonly balance: number | null;
  readonly loansThisYear: number | null;
  readonly dataConfirmedOn: CalendarDay | 'never' | null;
  readonly overdueItems: number | null;
};

/** A row as one line: two hundred thousand of them are read in a moment, and copied nowhere. */
export function lineOf(row: SnapshotRow): string {
  const { card, balance, loansThisYear, dataConfirmedOn, overdueItems } = row;
  return [card, balance, loansThisYear, dataConfirmedOn, overdueItems]
    .map((cell) => cell ?? '')
    .join('\t');
}

export function cardOf(line: string): string {
  return line.slice(0, line.indexOf('\t'));
}

/** The row that `lineOf` wrote. */
export function rowOf(line: string): SnapshotRow {
  const [card = '', balance = '', loans = '', confirmed = '', overdue = ''] = line.split('\t');
  return {
    card,
    balance: numberIn(balance),
    loansThisYear: numberIn(loans),
    dataConfirmedOn: confirmedIn(confirmed),
    overdueItems: numberIn(overdue),
  };
}

function numberIn(cell: string): number | null {
  return cell === '' ? null : Number(cell);
}

function confirmedIn(cell: string): SnapshotRow['dataConfirmedOn'] {
  if (cell === '') return null;
  return cell === 'never' ? 'never' : calendarDay(cell);
}
