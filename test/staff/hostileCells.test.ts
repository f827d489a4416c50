import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardOf, lineOf, rowOf } from '../../src/library/snapshot/snapshotRow.ts';
import { calendarDay } from '../../src/rules/index.ts';
import { readersFile } from '../../src/staff/readers/readersFile.ts';

const day = calendarDay('2026-11-20');
const titles = 'numer karty;należności;wypożyczenia;potwierdzenie danych;po terminie';
const usual = ['200100001', '12,50', '3', '2026-03-12', '0'];

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'0129,.-+ \t";=@eEzł\u00a0\u202f\u2013\u200b\r\nx'),
  }),
  fc.constantFrom('=1+1', '@SUM(A1)', '-0', '1e3', 'NaN', 'Infinity', '0x10', '1,250', '٣', '１２'),
  fc.constantFrom('99999999999999999999', '1.250,00', '1 234,50 zł', '2026-02-30', '31.12.2099'),
);

test('a list of readers is kept as it was read, whatever stands in a cell', () => {
  fc.assert(
    fc.property(hostile, fc.nat(4), (cell, column) => {
      const cells = usual
        .map((one, index) => (index === column ? cell : one))
        .map((one) => `"${one.replaceAll('"', '""')}"`);
      const list = readersFile(Buffer.from(`${titles}\n${cells.join(';')}\n`), day);
      if (list.outcome !== 'read') return;
      expect(list.rows.length + list.problems.length).toBeLessThanOrEqual(1);
      for (const row of list.rows) {
        expect(rowOf(lineOf(row))).toEqual(row);
        expect(cardOf(lineOf(row))).toBe(row.card);
        expect(row.card).toMatch(/^[^\p{Cc}\s]{1,64}$/u);
        const counts = [row.loansThisYear ?? 0, row.overdueItems ?? 0];
        for (const count of counts) expect(count).toBeGreaterThanOrEqual(0);
        for (const figure of [...counts, row.balance ?? 0]) {
          expect(Number.isSafeInteger(figure)).toBe(true);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});
