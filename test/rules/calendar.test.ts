import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDay,
  dayOf,
  daysBetween,
  daysUntil,
  firstDayOf,
  instantAt,
  lastDayOf,
  libraryTimeZone,
  month,
  monthOf,
  monthOfDay,
  monthOfSpan,
  timeOf,
  yearOf,
} from '../../src/rules/index.ts';
import { anyInstant } from './arbitraries.ts';
import { warsaw } from './exampleReader.ts';

describe('a day or month is read', () => {
  it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('from %s', (text) => {
    expect(calendarDay(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '2026-11-31',
    '2026-13-01',
    '2026-00-10',
    '2026-12-00',
    '2026-1-2',
    '20261210',
    '2026-12-10T09:00',
    '2026-12-10 ',
    '10.12.2026',
    '2026-12',
    '',
  ])('but not from "%s" as a day', (text) => {
    expect(() => calendarDay(text)).toThrow(RangeError);
  });

  it('from a month of the calendar only', () => {
    expect(month('2026-12')).toBe('2026-12');
    for (const text of ['2026-13', '2026-00', '2026-12-10', '2026-1', '202612', '']) {
      expect(() => month(text), text).toThrow(RangeError);
    }
  });
});

describe('today in the library', () => {
  it.each([
    ['2026-11-30T22:59:59.999Z', '2026-11-30', '23:59'],
    ['2026-11-30T23:00:00Z', '2026-12-01', '00:00'],
    ['2026-12-31T22:59:59Z', '2026-12-31', '23:59'],
    ['2026-12-31T23:00:00Z', '2027-01-01', '00:00'],
    ['2026-08-31T21:59:59Z', '2026-08-31', '23:59'],
    ['2026-08-31T22:00:00Z', '2026-09-01', '00:00'],
  ])('at %s is %s, %s', (instant, day, time) => {
    const at = new Date(instant);
    expect(dayOf(at)).toBe(day);
    expect(monthOf(at)).toBe(day.slice(0, 7));
    expect(yearOf(dayOf(at))).toBe(Number(day.slice(0, 4)));
    expect(timeOf(at)).toBe(time);
  });

  it('agrees with the calendar that the platform knows for the library', () => {
    const platform = new Intl.DateTimeFormat('sv-SE', {
      timeZone: libraryTimeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(`${dayOf(at)} ${timeOf(at)}`).toBe(platform.format(at));
      }),
    );
  });

  it('is not read from a moment that is none', () => {
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('a wall clock time in the library', () => {
  it.each([
    ['in winter is an hour ahead of UTC', '2026-12-10', '09:00', '2026-12-10T08:00:00.000Z'],
    ['in summer is two hours ahead', '2026-08-10', '09:00', '2026-08-10T07:00:00.000Z'],
    ['last before the spring gap', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['in the gap is an hour later', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['first after the gap', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['that occurs twice is the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['after the doubled hour', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s', (_, day, time, instant) => {
    expect(instantAt(calendarDay(day), time).toISOString()).toBe(instant);
  });

  it('is the one it was made from, on every day without a change of time', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const again = instantAt(dayOf(at), timeOf(at));
        const minute = Math.floor(at.getTime() / 60_000) * 60_000;
        // The second run of a doubled hour is read as the first.
        expect([minute, minute - 3_600_000]).toContain(again.getTime());
        expect(timeOf(again)).toBe(timeOf(at));
      }),
    );
  });
});

describe('counting in the calendar', () => {
  it.each([
    ['2026-12', 1, '2027-01'],
    ['2027-01', -1, '2026-12'],
    ['2026-12', 0, '2026-12'],
    ['2026-12', 13, '2028-01'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(month(from), count)).toBe(to);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2027-01-01', -1, '2026-12-31'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(calendarDay(from), count)).toBe(to);
    expect(daysBetween(calendarDay(from), calendarDay(to))).toBe(count);
  });

  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-04', '2026-04-30'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (of, last) => {
    expect(lastDayOf(month(of))).toBe(last);
    expect(firstDayOf(month(of))).toBe(`${of}-01`);
    expect(monthOfDay(calendarDay(last))).toBe(of);
  });
});

it('days are counted by the calendar of the library, whatever the hour', () => {
  expect(daysUntil(warsaw('2026-12-10 00:00'), warsaw('2026-12-09 23:59'))).toBe(1);
  expect(daysUntil(warsaw('2026-12-10 23:00'), warsaw('2026-12-10 00:30'))).toBe(0);
});

it('a span is a month only when it is a whole one', () => {
  expect(monthOfSpan(calendarDay('2027-01-01'), calendarDay('2027-02-01'))).toBe('2027-01');
  expect(monthOfSpan(calendarDay('2027-01-01'), calendarDay('2027-01-31'))).toBeNull();
  expect(monthOfSpan(calendarDay('2027-01-02'), calendarDay('2027-02-01'))).toBeNull();
  expect(monthOfSpan(calendarDay('2027-01-01'), calendarDay('2027-03-01'))).toBeNull();
});
