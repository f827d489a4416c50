import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKeyedRecords, type KeyedRecords } from '../../src/storage/index.ts';
import { describeKeyedRecords, type Ticket } from '../contract/keyedRecords.contract.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';
import { diskError, watchedDisk } from './support/watchedDisk.ts';

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

describeKeyedRecords('files', async (clock) => {
  const folder = await temporaryFolder();
  return () => openKeyedRecords<Ticket>(folder, 'tickets', clock);
});

describe('keyed records in files', () => {
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

  test('look once for what is not there, until it is put', async () => {
    const watched = watchedDisk();
    const folder = await temporaryFolder();
    const tickets = await openKeyedRecords<Ticket>(folder, 'tickets', () => start, watched.disk);
    const reads = () => watched.calls.filter(({ operation }) => operation === 'read').length;
    expect(await tickets.get('a')).toBeNull();
    const once = reads();
    expect(await tickets.get('a')).toBeNull();
    expect(reads()).toBe(once);
    await tickets.put('a', { card: '1', tries: 1 }, minutes(5));
    expect(await tickets.get('a')).toEqual({ card: '1', tries: 1 });
    await tickets.delete('a');
    expect(await tickets.get('a')).toBeNull();
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

  test('that need outlive only the process cost no flush, and a damaged one counts as never written', async () => {
    const folder = await temporaryFolder();
    const watched = watchedDisk();
    const open = () =>
      openKeyedRecords<Ticket>(folder, 'tickets', () => start, watched.disk, {
        outlives: 'endOfProcess',
      });
    const tickets = await open();
    await tickets.put('a', { card: '1', tries: 4 }, minutes(10));
    await tickets.put('b', { card: '2', tries: 0 }, minutes(10));
    await tickets.delete('b');
    const flushes = watched.calls.filter((one) => one.durable || one.operation === 'syncFolder');
    expect(flushes).toEqual([]);
    expect((await (await open()).get('a'))?.tries).toBe(4);
    const [file = ''] = await filesIn(folder);
    await writeFile(file, '{"half');
    const later = await open();
    expect(await later.get('a')).toBeNull();
    await later.put('a', { card: '1', tries: 0 }, minutes(10));
    expect((await later.get('a'))?.tries).toBe(0);
  });

  test('name nobody in a file name', async () => {
    const { folder, tickets } = await openTickets();
    await tickets.put('card-200100002', { card: '1', tries: 0 }, minutes(10));
    expect((await filesIn(folder)).join()).not.toContain('200100002');
  });
});
