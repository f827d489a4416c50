import { expect, test } from 'vitest';
import { onceADay } from '../../src/compose/upkeep.ts';

test('a daily task runs once a day, and again when it failed', async () => {
  let now = new Date('2026-12-10T08:00:00Z');
  let runs = 0;
  let isBroken = true;
  const task = onceADay(
    () => {
      runs += 1;
      return isBroken ? Promise.reject(new Error('disk full')) : Promise.resolve(2);
    },
    () => now,
  );
  await expect(task()).rejects.toThrow('disk full');
  isBroken = false;
  expect(await task()).toBe(2);
  expect(await task()).toBe(0);
  now = new Date('2026-12-10T23:30:00Z'); // the next day in Warsaw
  expect(await task()).toBe(2);
  expect(runs).toBe(3);
});
