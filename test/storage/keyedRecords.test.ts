import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKeyedRecords, type KeyedRecords } from '../../src/storage/index.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';
import { diskError, watchedDisk } from './support/watchedDisk.ts';

type Ticket = { readonly card: string; readonly tries: number };

const start = new Date('2026-12-10T08:00:00Z');
const minutes = (count: number): Date => new Date(start.getTime() + count * 60_000);

type Opened = {
  readonly folder: string;
  readonly time: { now: Date };
  readonly tickets: KeyedRecords<Ticket>;
};

async function openTickets(folder?: string): Promise<Opened> {
  const home = folder ?? (await temporaryFolder());
  const time = { now: start };
  const tickets = await openKeyedRecords<Ticket>(home, 'tickets', () => time.now);
  return { folder: home, time, tickets };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

describe('keyed records', () => {
  test('give back what was put, also after a restart', async () => {
    const { folder, tickets } = await openTickets();
    await tickets.put('ż/../ó', { card: '1', tries: 0 }, minutes(10));
    expect(await tickets.get('ż/../ó')).toEqual({ card: '1', tries: 0 });
    await tickets.close();
    const later = await openTickets(folder);
    expect(await later.tickets.get('ż/../ó')).toEqual({ card: '1', tries: 0 });
  });

  test('know nothing of a key that was never put or was deleted', async () => {
    const { folder, tickets } = await openTickets();
    expect(await tickets.get('a')).toBeNull();
    await tickets.put('a', { card: '1', tries: 0 }, minutes(10));
    await tickets.delete('a');
    expect(await tickets.get('a')).toBeNull();
    expect(await (await openTickets(folder)).tickets.get('a')).toBeNull();
  });

  test('never give out what is expired', async () => {
    const { time, tickets } = await openTickets();
    await tickets.put('a', { card: '1', tries: 0 }, minutes(10));
    time.now = new Date(minutes(10).getTime() - 1);
    expect(await tickets.get('a')).not.toBeNull();
    time.now = minutes(10);
    expect(await tickets.get('a')).toBeNull();
    const seen: (Ticket | null)[] = [];
    await tickets.update('a', (current) => {
      seen.push(current);
      return null;
    });
    expect(seen).toEqual([null]);
  });

  test('lose no change of thirty made at once', async () => {
    const { tickets } = await openTickets();
    await Promise.all(
      Array.from({ length: 30 }, () =>
        tickets.update('a', (current) => ({
          value: { card: '1', tries: (current?.tries ?? 0) + 1 },
          expiresAt: minutes(10),
        })),
      ),
    );
    expect((await tickets.get('a'))?.tries).toBe(30);
  });

  test('hand out copies: changing one changes nothing that is stored', async () => {
    const { tickets } = await openTickets();
    await tickets.put('a', { card: '1', tries: 0 }, minutes(10));
    Object.assign((await tickets.get('a'))!, { tries: 99 });
    expect((await tickets.get('a'))?.tries).toBe(0);
  });

  test('keep the stored value when a change fails on the disk', async () => {
    const watched = watchedDisk();
    const tickets = await openKeyedRecords<Ticket>(
      await temporaryFolder(),
      'tickets',
      () => start,
      watched.disk,
    );
    await tickets.put('a', { card: '1', tries: 0 }, minutes(10));
    watched.trouble = ({ operation }) => (operation === 'write' ? diskError('ENOSPC') : null);
    await expect(tickets.put('a', { card: '1', tries: 1 }, minutes(10))).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect((await tickets.get('a'))?.tries).toBe(0);
    watched.trouble = null;
    await tickets.put('a', { card: '1', tries: 2 }, minutes(10));
    expect((await tickets.get('a'))?.tries).toBe(2);
  });

  test('are purged when they expired, with what a killed process left behind', async () => {
    const { folder, tickets } = await openTickets();
    await tickets.put('short', { card: '1', tries: 0 }, minutes(5));
    await tickets.put('long', { card: '2', tries: 0 }, minutes(50));
    const [first = ''] = await filesIn(folder);
    await writeFile(`${first}.tmp`, '{"half');
    expect(await tickets.purge(minutes(5))).toBe(1);
    expect(await filesIn(folder)).toHaveLength(1);
    expect(await tickets.get('long')).not.toBeNull();
    expect(await tickets.purge(minutes(5))).toBe(0);
  });

  test('refuse a damaged record instead of starting it empty', async () => {
    const { folder, tickets } = await openTickets();
    await tickets.put('a', { card: '1', tries: 4 }, minutes(10));
    const [file = ''] = await filesIn(folder);
    await writeFile(file, (await readFile(file, 'utf8')).replace('"tries":4', '"tries":0'));
    const later = await openTickets(folder);
    await expect(later.tickets.get('a')).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  });

  test('name nobody in a file name', async () => {
    const { folder, tickets } = await openTickets();
    await tickets.put('card-200100002', { card: '1', tries: 0 }, minutes(10));
    expect((await filesIn(folder)).join()).not.toContain('200100002');
  });

  test('refuse work after they were closed', async () => {
    const { tickets } = await openTickets();
    const last = tickets.put('a', { card: '1', tries: 0 }, minutes(10));
    await tickets.close();
    await last;
    await expect(tickets.get('a')).rejects.toMatchObject({ code: 'STORE_CLOSED' });
  });

  test('cost the disk the same whether five records exist or fifty', async () => {
    const watched = watchedDisk();
    const folder = await temporaryFolder();
    const tickets = await openKeyedRecords<Ticket>(folder, 'tickets', () => start, watched.disk);
    async function callsForOneChange(): Promise<number> {
      await tickets.put('reader', { card: '1', tries: 0 }, minutes(10));
      const before = watched.calls.length;
      await tickets.put('reader', { card: '1', tries: 1 }, minutes(10));
      return watched.calls.length - before;
    }
    for (let n = 0; n < 5; n += 1) await tickets.put(`${n}`, { card: '', tries: 0 }, minutes(10));
    const few = await callsForOneChange();
    for (let n = 5; n < 50; n += 1) await tickets.put(`${n}`, { card: '', tries: 0 }, minutes(10));
    expect(await callsForOneChange()).toBe(few);
  });
});
