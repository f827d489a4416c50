import { calendarDay, type CalendarDay } from '../../rules/index.ts';

/** Cells of a list of readers, as spreadsheets and library systems write them. `null`: not readable. */

/** Words for a confirmation of data that never was. */
const never = new Set(['nigdy', 'brak', 'nie', 'never']);

/** Grosze from `12,50`, `12.50 zł`, `1 234,50`, `-3`. */
export function amountIn(cell: string): number | null {
  const bare = cell.replace(/z\u0142|pln/i, '').replace(/\s/g, '');
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  if (whole === undefined) return null;
  const grosze = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (!Number.isSafeInteger(grosze)) return null;
  return sign === '-' && grosze !== 0 ? -grosze : grosze;
}

export function countIn(cell: string): number | null {
  return /^\d{1,6}$/.test(cell) ? Number(cell) : null;
}

/** `2026-03-12`, `12.03.2026`, `12/3/2026`, each with or without a time; or a word for never. */
export function confirmationIn(cell: string): CalendarDay | 'never' | null {
  if (never.has(cell.toLowerCase())) return 'never';
  const [date = ''] = cell.split(/[ T]/);
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(date) ?? [];
  try {
    return calendarDay(
      year === '' ? date : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    );
  } catch {
    return null;
  }
}

/** A card number without its blanks; a spreadsheet's `2,00101E+11` has lost its last digits. */
export function cardIn(cell: string): string | null {
  const bare = cell.replace(/\s/g, '');
  const isRounded = /^\d+[.,]?\d*E\+?\d+$/i.test(bare);
  return /^[\p{L}\d/._-]{1,64}$/u.test(bare) && !isRounded ? bare : null;
}
