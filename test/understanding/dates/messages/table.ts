/** A message, the reader's day, and what must be read: `2026-08-10`, `2026-08-01..2026-09-01`
 * (the end is the first day after), `..2026-09-01`, `invalid June 30` or nothing; several by `; `. */
export type Row = { readonly message: string; readonly today: string; readonly expected: string };

/** Rows as lines `message => expected`, read on `today`. */
export function on(today: string, lines: string): readonly Row[] {
  return lines
    .split('\n')
    .filter((line) => line.includes('=>'))
    .map((line) => {
      const [message = '', expected = ''] = line.split('=>');
      return { message: message.trim(), today, expected: expected.trim() };
    });
}
