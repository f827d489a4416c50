import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { durableJsonFile, previousVersionOf } from '../../src/storage/index.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';
import { diskError, watchedDisk } from './support/watchedDisk.ts';

const pool = z.object({ codes: z.array(z.string()) });

async function newFile(): Promise<string> {
  return join(await temporaryFolder(), 'pool.json');
}

describe('a durable JSON file', () => {
  test('is null for lowdb while it does not exist', async () => {
    expect(await durableJsonFile(await newFile(), pool).read()).toBeNull();
  });

  test('gives back what lowdb wrote, to a later opening too', async () => {
    const file = await newFile();
    await new Low(durableJsonFile(file, pool), { codes: ['AAA-1'] }).write();
    const later = new Low(durableJsonFile(file, pool), { codes: [] as string[] });
    await later.read();
    expect(later.data).toEqual({ codes: ['AAA-1'] });
  });

  test('is readable by its owner only', async () => {
    const file = await newFile();
    await durableJsonFile(file, pool).write({ codes: [] });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('is flushed before it is renamed, and the folder is flushed after', async () => {
    const file = await newFile();
    const watched = watchedDisk();
    await durableJsonFile(file, pool, { disk: watched.disk }).write({ codes: ['x'] });
    expect(watched.calls.map(({ operation, durable }) => [operation, durable])).toEqual([
      ['write', true],
      ['rename', undefined],
      ['syncFolder', undefined],
    ]);
  });

  test.each([
    ['cut off in the middle', (text: string) => text.slice(0, text.length / 2)],
    ['emptied', () => ''],
    ['changed by one letter', (text: string) => text.replace('AAA', 'AAB')],
    ['replaced by other JSON', () => '{"codes":[]}'],
  ])('that was %s is an error that names it, and stays as it is', async (_name, damage) => {
    const file = await newFile();
    await durableJsonFile(file, pool).write({ codes: ['AAA-1', 'AAA-2'] });
    const damaged = damage(await readFile(file, 'utf8'));
    await writeFile(file, damaged);
    await expect(durableJsonFile(file, pool).read()).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
      message: expect.stringContaining(file),
    });
    expect(await readFile(file, 'utf8')).toBe(damaged);
  });

  test('of another shape than asked for is an error', async () => {
    const file = await newFile();
    await durableJsonFile(file, z.number()).write(4);
    await expect(durableJsonFile(file, pool).read()).rejects.toMatchObject({
      code: 'FILE_DAMAGED',
    });
  });

  test('keeps its old content when the disk is full', async () => {
    const file = await newFile();
    const watched = watchedDisk();
    const adapter = durableJsonFile(file, pool, { disk: watched.disk });
    await adapter.write({ codes: ['old'] });
    watched.trouble = ({ operation }) => (operation === 'write' ? diskError('ENOSPC') : null);
    await expect(adapter.write({ codes: ['new'] })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await adapter.read()).toEqual({ codes: ['old'] });
    watched.trouble = null;
    await adapter.write({ codes: ['newer'] });
    expect(await adapter.read()).toEqual({ codes: ['newer'] });
  });

  test('is unharmed by a temporary file that a killed process left behind', async () => {
    const file = await newFile();
    const adapter = durableJsonFile(file, pool);
    await adapter.write({ codes: ['old'] });
    await appendFile(`${file}.tmp`, '{"half');
    expect(await adapter.read()).toEqual({ codes: ['old'] });
    await adapter.write({ codes: ['new'] });
    expect(await adapter.read()).toEqual({ codes: ['new'] });
  });

  test('keeps the version before the last write when asked to', async () => {
    const file = await newFile();
    const adapter = durableJsonFile(file, pool, { keepPrevious: true });
    for (const code of ['1', '2', '3']) await adapter.write({ codes: [code] });
    expect(await adapter.read()).toEqual({ codes: ['3'] });
    expect(await durableJsonFile(previousVersionOf(file), pool).read()).toEqual({ codes: ['2'] });
  });

  test('shares disk writes between calls made together, and the last one wins', async () => {
    const file = await newFile();
    const watched = watchedDisk();
    const adapter = durableJsonFile(file, pool, { disk: watched.disk });
    const numbers = Array.from({ length: 100 }, (_, index) => String(index));
    await Promise.all(numbers.map((code) => adapter.write({ codes: [code] })));
    expect(await adapter.read()).toEqual({ codes: ['99'] });
    expect(watched.calls.filter(({ operation }) => operation === 'rename').length).toBeLessThan(3);
  });
});
