import { csvRows, type CsvRow } from '../csv/csvRows.ts';
import type { TextEncoding } from '../csv/decodeText.ts';

/** Bytes; a file of codes has about ten thousand. */
export const largestCodeFile = 1_000_000;

/** A cell of the column with the codes, and the line of the file on which it stands. */
export type CodeCell = { readonly line: number; readonly text: string };

/** What stands in a file of codes, before anybody judged the codes. */
export type CodeFile =
  | {
      readonly outcome: 'read';
      readonly encoding: TextEncoding;
      /** Title of the column with the codes; `null` when the file has no titles. */
      readonly title: string | null;
      readonly cells: readonly CodeCell[];
    }
  /** Quotes that do not match, on that line or after it. */
  | { readonly outcome: 'unreadable'; readonly line: number }
  | { readonly outcome: 'empty' }
  /** Several columns, and none is called a code. */
  | { readonly outcome: 'noCodeColumn' };

/** A title that names codes: the word alone or among others, in Polish or English. */
const codeTitle = /(^|[^\p{L}])(kod|kody|kodu|kod\u00f3w|codes?)($|[^\p{L}])/iu;

/**
 * The column with the codes, its title among the others (`null`: the file has none), and the rows below.
 * One column suffices; among several, the one whose title names codes is taken, and `null` means none is.
 */
export function codeColumn(rows: readonly CsvRow[]): {
  readonly index: number;
  readonly titles: readonly string[] | null;
  readonly body: readonly CsvRow[];
} | null {
  const titles = rows[0]?.cells ?? [];
  const index = titles.findIndex((cell) => codeTitle.test(cell));
  if (index >= 0) return { index, titles, body: rows.slice(1) };
  const isSingleColumn = rows.every(({ cells }) => cells.slice(1).every((cell) => cell === ''));
  return isSingleColumn ? { index: 0, titles: null, body: rows } : null;
}

/**
 * Finds the codes in a CSV file: separated by semicolons, commas or tabs, with or without titles.
 */
export function readCodeFile(file: Uint8Array): CodeFile {
  const read = csvRows(file);
  if (read.outcome === 'unreadable') return read;
  const { rows, encoding } = read;
  const column = codeColumn(rows);
  if (!column) return { outcome: 'noCodeColumn' };
  const { index, titles, body } = column;
  if (body.length === 0) return { outcome: 'empty' };
  return {
    outcome: 'read',
    encoding,
    title: titles?.[index] ?? null,
    cells: body.map(({ line, cells }) => ({ line, text: cells[index] ?? '' })),
  };
}
