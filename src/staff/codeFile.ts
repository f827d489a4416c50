import { CsvError, parse } from 'csv-parse/sync';
import { decodeText, type TextEncoding } from './decodeText.ts';

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

type Row = { readonly line: number; readonly cells: readonly string[] };

const delimiters = [';', ',', '\t'] as const;
/** A title that names codes: the word alone or among others, in Polish or English. */
const codeTitle = /(^|[^\p{L}])(kod|kody|kodu|kod\u00f3w|codes?)($|[^\p{L}])/iu;

/**
 * Finds the codes in a CSV file: separated by semicolons, commas or tabs, with or without titles. One
 * column suffices; among several, the one whose title names codes is taken.
 */
export function readCodeFile(file: Uint8Array): CodeFile {
  const { text, encoding } = decodeText(file);
  const rows = readRows(text);
  if ('line' in rows) return { outcome: 'unreadable', line: rows.line };

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

function readRows(text: string): readonly Row[] | { readonly line: number } {
  try {
    const rows: Row[] = [];
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ line: lines, cells: cells.map(trim) });
        return null;
      },
    });
    return withoutBlankEnd(rows);
  } catch (error) {
    if (error instanceof CsvError) return { line: Number(error['lines'] ?? 1) };
    throw error;
  }
}

/** The one that stands most often in the first line with anything in it. */
function delimiterOf(text: string): string {
  const line = text.split(/\r\n|\r|\n/).find((one) => one.trim() !== '') ?? '';
  const counted = delimiters.map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark;
}

/** Also without the invisible characters that copying from a web page leaves. */
function trim(cell: string): string {
  return cell.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
}

function withoutBlankEnd(rows: readonly Row[]): readonly Row[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const last = filled.at(-1);
  return last ? rows.slice(0, rows.indexOf(last) + 1) : [];
}
