import { afterEach, expect, test } from 'vitest';
import { readDates } from '../../../src/understanding/dates/index.ts';
import * as tables from './messages/index.ts';
import { shown } from './messages/shown.ts';

const rows = Object.values(tables).flat();
const ownZone = process.env['TZ'];

/** Zones on both sides of the date line and with summer time that begins at midnight. */
const zones: readonly (readonly [string, number])[] = [
  ['UTC', 0],
  ['Europe/Warsaw', -60],
  ['America/Los_Angeles', 480],
  ['Asia/Tokyo', -540],
  ['Pacific/Auckland', -780],
  ['America/Santiago', 180],
];

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

test.each(zones)('a server in %s reads every message alike', (zone, winterOffset) => {
  process.env['TZ'] = zone;
  expect(new Date(2026, 11, 1).getTimezoneOffset()).toBe(winterOffset);
  const wrong = rows.filter(
    ({ message, today, expected }) => shown(readDates(message, today)) !== expected,
  );
  expect(wrong).toEqual([]);
});
