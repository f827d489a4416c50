import { describe, expect, test } from 'vitest';
import { readDates } from '../../../src/understanding/dates/index.ts';
import * as tables from './messages/index.ts';
import { shown } from './messages/shown.ts';

describe.each(Object.entries(tables))('%s', (_name, rows) => {
  test.each(rows)('on $today "$message" means $expected', ({ message, today, expected }) => {
    expect(shown(readDates(message, today))).toBe(expected);
  });
});

test('the tables hold at least four hundred messages, each once a day', () => {
  const keys = Object.values(tables).flatMap((rows) =>
    rows.map(({ message, today }) => `${today} ${message}`),
  );
  expect(keys.length).toBeGreaterThan(400);
  expect(new Set(keys).size).toBe(keys.length);
});
