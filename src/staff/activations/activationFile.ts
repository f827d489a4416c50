import { codeTitle } from '../codes/codeFile.ts';
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
  const [first] = filled;
  if (!first) return { outcome: 'empty' };
  const codeColumn = first.cells.findIndex((cell) => codeTitle.test(cell));
  const hasTitles = codeColumn >= 0;
  if (!hasTitles && filled.some(({ cells }) => cells.slice(1).some((cell) => cell !== ''))) {
    return { outcome: 'noCodeColumn' };
  }
  const stateColumn = first.cells.findIndex(
    (cell, index) => hasTitles && index !== codeColumn && stateTitle.test(cell),
  );
  return codesIn(filled.slice(hasTitles ? 1 : 0), Math.max(codeColumn, 0), stateColumn);
}

function codesIn(rows: readonly CsvRow[], codeColumn: number, stateColumn: number): ActivationFile {
  const codes: ReportedCode[] = [];
  for (const { line, cells } of rows) {
    const code = cells[codeColumn] ?? '';
    const state = stateColumn < 0 ? 'tak' : (cells[stateColumn] ?? '');
    const isActivated = yes.test(state) || date.test(state);
    if (!isActivated && !no.test(state)) return { outcome: 'unclearState', line };
    if (code !== '') codes.push({ line, code, isActivated });
  }
  return codes.length === 0 ? { outcome: 'empty' } : { outcome: 'read', codes };
}
