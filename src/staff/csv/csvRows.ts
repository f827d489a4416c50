import { CsvError, parse } from 'csv-parse/sync';
import { decodeText, type TextEncoding } from './decodeText.ts';

/** A row of a CSV file, and the line of the file on which it stands. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export type CsvRows =
  | {
      readonly outcome: 'read';
      readonly encoding: TextEncoding;
      /** With blank ones in between, and none at the end. */
      readonly rows: readonly CsvRow[];
    }
  /** Quotes that do not match, on that line or after it. */
  | { readonly outcome: 'unreadable'; readonly line: number };

const delimiters = [';', ',', '\t'] as const;

/** The rows of a CSV file as Polish office programs save it: `;`, `,` or tabs, in any encoding of theirs. */
export function csvRows(file: Uint8Array): CsvRows {
  const { text, encoding } = decodeText(file);
  try {
    const rows: CsvRow[] = [];
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      on_record: (cells: readonly string[], { lines }) => {
        rows.push({ line: lines, cells: cells.map(trim) });
        return null;
      },
    });
    return { outcome: 'read', encoding, rows: withoutBlankEnd(rows) };
  } catch (error) {
    if (error instanceof CsvError)
      return { outcome: 'unreadable', line: Number(error['lines'] ?? 1) };
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

function withoutBlankEnd(rows: readonly CsvRow[]): readonly CsvRow[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const last = filled.at(-1);
  return last ? rows.slice(0, rows.indexOf(last) + 1) : [];
}
