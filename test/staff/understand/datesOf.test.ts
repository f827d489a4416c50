import { expect, test } from 'vitest';
import { datesOf } from '../../../src/staff/understand/datesOf.ts';
import { momentText } from '../../../src/staff/understand/momentText.ts';

const onFirstOfDecember = new Date('2026-12-01T08:00:00Z');

test('a date ends before the next day', () => {
  expect(datesOf('pobrałam kod 10 listopada', onFirstOfDecember)).toEqual([
    { kind: 'date', start: '2026-11-10', endExclusive: '2026-11-11', text: '10 listopada' },
  ]);
});

test('an open range lacks one end, an impossible day both', () => {
  expect(datesOf('od jutra, a ważny do 31 czerwca', onFirstOfDecember)).toEqual([
    { kind: 'range', start: '2026-12-02', endExclusive: null, text: 'od jutra' },
    { kind: 'invalid', start: null, endExclusive: null, text: 'do 31 czerwca' },
  ]);
});

test('the day is the library’s, also when it is another day in London', () => {
  expect(datesOf('dziś', new Date('2026-11-30T23:30:00Z'))).toMatchObject([
    { start: '2026-12-01' },
  ]);
});

test('a moment is a day, the wall time in the library, or an instant', () => {
  const instants = [
    '2026-12-10',
    '2026-12-10T09:00',
    '2026-12-10T09:00:30Z',
    '2026-07-10T09:00',
  ].map((text) => momentText.parse(text).toISOString());
  expect(instants).toEqual([
    '2026-12-09T23:00:00.000Z',
    '2026-12-10T08:00:00.000Z',
    '2026-12-10T09:00:30.000Z',
    '2026-07-10T07:00:00.000Z',
  ]);
});

test('what is no moment is refused with the way to write one', () => {
  for (const text of ['jutro', '2026-02-30', '10.12.2026', '2026-12-10T25:00']) {
    expect(momentText.safeParse(text).success, text).toBe(false);
  }
});
