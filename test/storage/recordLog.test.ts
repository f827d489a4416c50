import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRecordLog } from '../../src/storage/recordLog.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';
import { diskError, watchedDisk } from './support/watchedDisk.ts';

const start = new Date('2026-12-10T08:10:00Z');

async function openLog(folder: string, now = start, cachedCharacters?: number) {
  const watched = watchedDisk();
  const log = await openRecordLog(folder, {
    clock: () => now,
    lifetimeHours: 24,
    disk: watched.disk,
    ...(cachedCharacters === undefined ? {} : { cachedCharacters }),
  });
  return { log, watched };
}

const set = (value: Record<string, unknown> | null) => () => value;

describe('the log of records', () => {
  test('writes changes that are made together at once', async () => {
    const { log, watched } = await openLog(await temporaryFolder());
    await log.change('first', set({ n: 0 }));
    watched.calls.length = 0;
    const keys = Array.from({ length: 50 }, (_, n) => `key ${n}`);
    await Promise.all(keys.map((key, n) => log.change(key, set({ n }))));
    expect(watched.calls.filter(({ operation }) => operation === 'append')).toHaveLength(1);
    expect(await Promise.all(keys.map((key) => log.read(key)))).toEqual(
      keys.map((_, n) => ({ n })),
    );
  });

  test('finds what left the memory in its file, before and after a restart', async () => {
    const folder = await temporaryFolder();
    const { log } = await openLog(folder, start, 40);
    for (let n = 0; n < 20; n += 1) await log.change(`zażółć ${n}`, set({ n, text: 'gęślą jaźń' }));
    await log.change('zażółć 3', set({ n: 33 }));
    const { log: later } = await openLog(folder, start, 40);
    for (const one of [log, later]) {
      expect(await one.read('zażółć 0')).toEqual({ n: 0, text: 'gęślą jaźń' });
      expect(await one.read('zażółć 3')).toEqual({ n: 33 });
      expect(await one.read('zażółć 19')).toEqual({ n: 19, text: 'gęślą jaźń' });
    }
  });

  test('changes one key in the order of the calls', async () => {
    const { log } = await openLog(await temporaryFolder());
    const add = () =>
      log.change('n', (current) => ({ count: Number(current?.['count'] ?? 0) + 1 }));
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await log.read('n')).toEqual({ count: 20 });
  });

  test('keeps deleted keys deleted over a restart', async () => {
    const folder = await temporaryFolder();
    const { log } = await openLog(folder);
    await log.change('gone', set({ n: 1 }));
    await log.change('gone', set(null));
    expect(await log.read('gone')).toBeNull();
    expect(await (await openLog(folder)).log.read('gone')).toBeNull();
  });

  test('passes over a torn and a damaged line and writes behind them', async () => {
    const folder = await temporaryFolder();
    const { log } = await openLog(folder);
    await log.change('whole', set({ n: 1 }));
    await log.change('damaged', set({ n: 2 }));
    const [name = ''] = await readdir(folder);
    const file = join(folder, name);
    await writeFile(file, (await readFile(file, 'utf8')).replace('{"n":2}', '{"n":9}'));
    await appendFile(file, '1234abcd ["torn",{"n"');

    const { log: later } = await openLog(folder);
    expect(await later.read('whole')).toEqual({ n: 1 });
    expect(await later.read('damaged')).toBeNull();
    await later.change('next', set({ n: 3 }));
    expect(await (await openLog(folder)).log.read('next')).toEqual({ n: 3 });
  });

  test.each(['nothing', 'half', 'everything'] as const)(
    'remembers what a full disk did not take, and writes again when it does (%s was written)',
    async (torn) => {
      const folder = await temporaryFolder();
      const { log, watched } = await openLog(folder);
      await log.change('a', set({ n: 1 }));
      watched.tornAppend = torn;
      watched.trouble = ({ operation }) => (operation === 'append' ? diskError('ENOSPC') : null);
      await log.change('a', set({ n: 2 }));
      await log.change('b', set({ n: 1 }));
      expect([await log.read('a'), await log.read('b')]).toEqual([{ n: 2 }, { n: 1 }]);
      watched.trouble = null;
      await log.change('a', set({ n: 3 }));
      await log.change('c', set({ n: 1 }));
      const { log: later } = await openLog(folder);
      expect([await later.read('a'), await later.read('c')]).toEqual([{ n: 3 }, { n: 1 }]);
    },
  );

  test('has one file an hour and drops those whose values are all over', async () => {
    const folder = await temporaryFolder();
    const { log } = await openLog(folder);
    await log.change('old', set({ n: 1 }));
    const evening = new Date('2026-12-10T20:00:00Z');
    const { log: later } = await openLog(folder, evening);
    await later.change('new', set({ n: 1 }));
    expect(await readdir(folder)).toEqual(['2026-12-10T08', '2026-12-10T20']);
    expect(await later.purge(new Date('2026-12-11T08:59:59Z'))).toBe(0);
    expect(await later.purge(new Date('2026-12-11T09:00:00Z'))).toBe(1);
    expect(await readdir(folder)).toEqual(['2026-12-10T20']);
    expect(await later.read('new')).toEqual({ n: 1 });
  });
});
