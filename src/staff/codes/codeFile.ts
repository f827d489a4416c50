import { csvRows } from '../csv/csvRows.ts';
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
export const codeTitle = /(^|[^\p{L}])(kod|kody|kodu|kod\u00f3w|codes?)($|[^\p{L}])/iu;

/**
 * Finds the codes in a CSV file: separated by semicolons, commas or tabs, with or without titles. One
 * column suffices; among several, the one whose title names codes is taken.
 */
export function readCodeFile(file: Uint8Array): CodeFile {
  const read = csvRows(file);
  if (read.outcome === 'unreadable') return read;
  const { rows, encoding } = read;
  const [first] = rows;
  if (!first) return { outcome: 'empty' };
  const column = first.cells.findIndex((cell) => codeTitle.test(cell));
  const hasTitles = column >= 0;
  const isSingleColumn = rows.every(({ cells }) => cells.slice(1).every((cell) => cell === ''));
  if (!hasTitles && !isSingleColumn) return { outcome: 'noCodeColumn' };

  const cells = rows
    .slice(hasTitles ? 1 : 0)
    .map(({ line, cells: row }) => ({ line, text: row[Math.max(column, 0)] ?? '' }));
  if (cells.length === 0) return { outcome: 'empty' };
  return {
    outcome: 'read',
    encoding,
    title: hasTitles ? (first.cells[column] ?? null) : null,
    cells,
  };
}
