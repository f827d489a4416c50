import { codeColumn } from '../codes/codeFile.ts';
import { csvRows, type CsvRow } from '../csv/csvRows.ts';

/** What a report says about one code. */
export type ReportedCode = {
  readonly line: number;
  readonly code: string;
  readonly isActivated: boolean;
};

export type ActivationFile =
  | { readonly outcome: 'read'; readonly codes: readonly ReportedCode[] }
  | { readonly outcome: 'unreadable' | 'unclearState'; readonly line: number }
  | { readonly outcome: 'empty' | 'noCodeColumn' };

const stateTitle = /aktyw|activ|status|wykorzyst|u\u017cyt/i;
const yes = /^(tak|yes|true|1|x|aktyw(ny|owany|owano)|wykorzystany|activated|active|used)$/i;
const no = /^(|-|nie|no|false|0|nieaktyw(ny|owany)|niewykorzystany|inactive|unused)$/i;
const date = /^(\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{4})([ T]|$)/;

/**
 * Reads a report of activations: codes alone are those that were activated; with a column about it, a
 * date or a yes means activated, and a blank or a no means not.
 */
export function activationFile(file: Uint8Array): ActivationFile {
  const read = csvRows(file);
  if (read.outcome === 'unreadable') return read;
  const filled = read.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const column = codeColumn(filled);
  if (!column) return { outcome: 'noCodeColumn' };
  const { index, titles, body } = column;
  const stateColumn = titles?.findIndex((cell, at) => at !== index && stateTitle.test(cell)) ?? -1;
  return codesIn(body, index, stateColumn);
}

function codesIn(rows: readonly CsvRow[], column: number, stateColumn: number): ActivationFile {
  const codes: ReportedCode[] = [];
  for (const { line, cells } of rows) {
    const code = cells[column] ?? '';
    const state = stateColumn < 0 ? 'tak' : (cells[stateColumn] ?? '');
    const isActivated = yes.test(state) || date.test(state);
    if (!isActivated && !no.test(state)) return { outcome: 'unclearState', line };
    if (code !== '') codes.push({ line, code, isActivated });
  }
  return codes.length === 0 ? { outcome: 'empty' } : { outcome: 'read', codes };
}
