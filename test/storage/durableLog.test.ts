import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDurableLog } from '../../src/storage/index.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';
import { diskError, watchedDisk } from './support/watchedDisk.ts';

async function newFile(): Promise<string> {
  return join(await temporaryFolder(), 'log.ndjson');
}

describe('a durable log', () => {
  test('gives back what was appended, in order, to a later opening', async () => {
    const file = await newFile();
    const { log, values } = await openDurableLog(file);
    expect(values).toEqual([]);
    await log.append([{ text: 'zażółć\n' }, 2]);
    await log.append([null]);
    await log.close();
    const later = await openDurableLog(file);
    expect(later).toMatchObject({ values: [{ text: 'zażółć\n' }, 2, null], damagedLines: [] });
  });

  test('cuts off what a crash left of the last append, and goes on after the whole lines', async () => {
    const file = await newFile();
    const first = await openDurableLog(file);
    await first.log.append(['ż', 'ó']);
    await first.log.close();
    const whole = await readFile(file, 'utf8');
    await appendFile(file, whole.slice(0, 20));
    const second = await openDurableLog(file);
    expect(second).toMatchObject({ values: ['ż', 'ó'], damagedLines: [] });
    expect(await readFile(file, 'utf8')).toBe(whole);
    await second.log.append(['ł']);
    await second.log.close();
    expect((await openDurableLog(file)).values).toEqual(['ż', 'ó', 'ł']);
  });

  test('names the damaged lines between whole ones and leaves them as they are', async () => {
    const file = await newFile();
    const { log } = await openDurableLog(file);
    await log.append(['a', 'b', 'c', 'd']);
    await log.close();
    const damaged = (await readFile(file, 'utf8')).replace('"b"', '"B"').replace('"c"', '"C"');
    await writeFile(file, damaged);
    expect(await openDurableLog(file)).toMatchObject({ values: ['a', 'd'], damagedLines: [2, 3] });
    expect(await readFile(file, 'utf8')).toBe(damaged);
  });

  test.each(['nothing', 'half', 'everything'] as const)(
    'holds nothing of an append that failed with %s written',
    async (tornAppend) => {
      const file = await newFile();
      const watched = watchedDisk();
      const { log } = await openDurableLog(file, watched.disk);
      await log.append(['a']);
      watched.tornAppend = tornAppend;
      watched.trouble = ({ operation }) => (operation === 'append' ? diskError('EIO') : null);
      await expect(log.append(['b'])).rejects.toMatchObject({ code: 'EIO' });
      expect((await openDurableLog(file)).values).toEqual(['a']);
      watched.trouble = null;
      await log.append(['c']);
      await log.close();
      expect((await openDurableLog(file)).values).toEqual(['a', 'c']);
    },
  );
});
