import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDates, type DateReading } from '../../../src/understanding/dates/index.ts';
import * as tables from './messages/index.ts';

const isoDay = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const words = Object.values(tables).flatMap((rows) =>
  rows.flatMap(({ message }) => message.split(/(?<= )/)),
);
/** Sentences of date words in any order, with odd characters between them. */
const message = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words) }, fc.string()), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
);

const months = [
  ...['stycznia', 'lutego', 'marca', 'kwietnia', 'maja', 'czerwca'],
  ...['lipca', 'sierpnia', 'września', 'października', 'listopada', 'grudnia'],
];

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function next(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

test('any message on any day is read without an error, and every reading is sound', () => {
  fc.assert(
    fc.property(message, isoDay, (text, today) => {
      let end = 0;
      for (const reading of readDates(text, today)) {
        expect(text.slice(reading.offset, reading.offset + reading.text.length)).toBe(reading.text);
        expect(reading.text.trim()).not.toBe('');
        expect(reading.offset).toBeGreaterThanOrEqual(end);
        end = reading.offset + reading.text.length;
        expectSound(reading);
      }
    }),
    { numRuns: 600 },
  );
});

function expectSound({ kind, start, endExclusive }: DateReading): void {
  switch (kind) {
    case 'date':
      expect(endExclusive).toBe(next(start));
      return;
    case 'range':
      expect(start ?? endExclusive).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (start !== null && endExclusive !== null) expect(start < endExclusive).toBe(true);
      return;
    case 'invalid':
      expect([start, endExclusive]).toEqual([null, null]);
  }
}

const writtenDay = fc.record({
  year: fc.integer({ min: 1950, max: 2090 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 0, max: 40 }),
});

test('a day said in full is that day, or none: never a neighbour', () => {
  fc.assert(
    fc.property(writtenDay, isoDay, ({ year, month, day }, today) => {
      const two = (number: number): string => String(number).padStart(2, '0');
      const iso = `${year}-${two(month)}-${two(day)}`;
      const exists = day >= 1 && day <= lengthOf(year, month);
      for (const text of [
        `pobrałam ${day} ${months[month - 1]} ${year}`,
        `odbiorę ${two(day)}.${two(month)}.${year} r.`,
        `kod z ${day}/${month}/${year}`,
        `do ${iso}`,
      ]) {
        const [reading, ...others] = readDates(text, today);
        expect(others).toEqual([]);
        if (exists) {
          expect([reading?.start, reading?.endExclusive]).toContain(
            text.startsWith('do') ? next(iso) : iso,
          );
        } else {
          expect(reading).toMatchObject({
            kind: 'invalid',
            reason: { day, month, year, days: lengthOf(year, month) },
          });
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a day without a year lies on the side of today that the tense asks for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      isoDay,
      (month, day, today) => {
        const text = `${day} ${months[month - 1]}`;
        const startIn = (tense: 'past' | 'future'): string =>
          readDates(text, today, tense)[0]?.start ?? '';
        expect(startIn('past') <= today).toBe(true);
        expect(startIn('future') >= today).toBe(true);
        expect(startIn('past') === today).toBe(startIn('future') === today);
      },
    ),
    { numRuns: 200 },
  );
});
