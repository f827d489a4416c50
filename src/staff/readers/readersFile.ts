import type { SnapshotRow } from '../../library/index.ts';
import type { CalendarDay } from '../../rules/index.ts';
import { csvRows, type CsvRow } from '../csv/csvRows.ts';
import type { TextEncoding } from '../csv/decodeText.ts';
import { amountIn, cardIn, confirmationIn, countIn } from './readersCells.ts';

export type ReadersColumn =
  'card' | 'overdueItems' | 'balance' | 'loansThisYear' | 'dataConfirmedOn';

/** What cannot be understood in a line; its card is then left out, or nothing is imported. */
export type ReadersProblem = {
  readonly line: number;
  readonly kind: ReadersColumn | 'duplicateCard' | 'confirmedLater';
};

export type ReadersFile =
  | {
      readonly outcome: 'read';
      readonly encoding: TextEncoding;
      /** The title of each column that was found. */
      readonly titles: Readonly<Partial<Record<ReadersColumn, string>>>;
      /** Rows without a problem. */
      readonly rows: readonly SnapshotRow[];
      readonly problems: readonly ReadersProblem[];
      /** Cards that are not as long as most: a spreadsheet may have cut zeros off. */
      readonly oddCards: number;
    }
  | { readonly outcome: 'unreadable'; readonly line: number }
  | { readonly outcome: 'empty' | 'noCardColumn' | 'noFactColumn' };

/** In this order, because an overdue loan is called a loan, too. */
const columnTitles: readonly (readonly [ReadersColumn, RegExp])[] = [
  ['card', /kart|card|numer czytelnika|nr czytelnika/i],
  ['overdueItems', /przetermin|przetrzym|po terminie|zaleg\u0142e|overdue/i],
  ['dataConfirmedOn', /potwierdz|aktualiz|weryfik|confirmed/i],
  ['loansThisYear', /wypo\u017cycz|wypozycz|loan/i],
  [
    'balance',
    /kar[aey]?($|[^a-z])|nale\u017cno|naleznosc|op\u0142at|oplat|zad\u0142u|zadlu|saldo|d\u0142ug|fine|balance/i,
  ],
];

/**
 * Reads a list of readers as of `day`: a CSV file with titles, a column for the card and at least one
 * for a fact. A column or cell that is missing leaves its fact unknown; a cell nobody can read is a
 * problem of its line.
 */
export function readersFile(file: Uint8Array, day: CalendarDay): ReadersFile {
  const read = csvRows(file);
  if (read.outcome === 'unreadable') return read;
  const [head, ...body] = read.rows;
  if (!head || body.length === 0) return { outcome: 'empty' };
  const columns = columnsOf(head);
  if (!columns.has('card')) return { outcome: 'noCardColumn' };
  if (columns.size === 1) return { outcome: 'noFactColumn' };

  const lines = new Map<string, number>();
  const rows: SnapshotRow[] = [];
  const problems: ReadersProblem[] = [];
  for (const row of body.filter(({ cells }) => cells.some((cell) => cell !== ''))) {
    const found = rowIn(row, columns, day);
    if ('kind' in found) problems.push(found);
    else if (lines.has(found.card)) problems.push({ line: row.line, kind: 'duplicateCard' });
    else rows.push(found);
    if ('card' in found) lines.set(found.card, row.line);
  }
  return {
    outcome: 'read',
    encoding: read.encoding,
    titles: Object.fromEntries([...columns].map(([name, index]) => [name, head.cells[index]])),
    rows,
    problems,
    oddCards: oddCards(rows),
  };
}

function columnsOf({ cells }: CsvRow): ReadonlyMap<ReadersColumn, number> {
  const columns = new Map<ReadersColumn, number>();
  for (const [index, title] of cells.entries()) {
    const name = columnTitles.find(([, pattern]) => pattern.test(title))?.[0];
    if (name && !columns.has(name)) columns.set(name, index);
  }
  return columns;
}

function rowIn(
  { line, cells }: CsvRow,
  columns: ReadonlyMap<ReadersColumn, number>,
  day: CalendarDay,
): SnapshotRow | ReadersProblem {
  /** `undefined`: the cell cannot be read; `null`: it is blank, or there is no such column. */
  const cell = <Value>(
    name: ReadersColumn,
    read: (text: string) => Value | null,
  ): Value | null | undefined => {
    const text = cells[columns.get(name) ?? -1] ?? '';
    return text === '' ? null : (read(text) ?? undefined);
  };
  const card = cell('card', cardIn);
  const balance = cell('balance', amountIn);
  const loansThisYear = cell('loansThisYear', countIn);
  const dataConfirmedOn = cell('dataConfirmedOn', confirmationIn);
  const overdueItems = cell('overdueItems', countIn);
  if (card === undefined || card === null) return { line, kind: 'card' };
  if (balance === undefined) return { line, kind: 'balance' };
  if (loansThisYear === undefined) return { line, kind: 'loansThisYear' };
  if (dataConfirmedOn === undefined) return { line, kind: 'dataConfirmedOn' };
  if (overdueItems === undefined) return { line, kind: 'overdueItems' };
  // Nobody confirmed anything after the list was made.
  const isLater = dataConfirmedOn !== null && dataConfirmedOn !== 'never' && dataConfirmedOn > day;
  if (isLater) return { line, kind: 'confirmedLater' };
  return { card, balance, loansThisYear, dataConfirmedOn, overdueItems };
}

function oddCards(rows: readonly SnapshotRow[]): number {
  const counts = new Map<number, number>();
  for (const { card } of rows) counts.set(card.length, (counts.get(card.length) ?? 0) + 1);
  return rows.length - Math.max(0, ...counts.values());
}
