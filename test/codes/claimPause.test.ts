import { describe, expect, test } from 'vitest';
import { createClaimPause, type StoredPause } from '../../src/codes/index.ts';
import { StorageError } from '../../src/storage/index.ts';
import { memoryRecords } from '../support/memoryRecords.ts';

/** The switch in two instances, which share its records and see each question to them. */
async function twoInstances() {
  const time = { now: new Date('2026-12-10T08:00:00Z') };
  const clock = () => time.now;
  const shared = await memoryRecords(clock).open<StoredPause>('claim-pause');
  const asked = { times: 0, isAway: false };
  const records = {
    ...shared,
    get(key: string) {
      asked.times += 1;
      if (!asked.isAway) return shared.get(key);
      return Promise.reject(new StorageError('DATABASE_AWAY', 'Away.', 'Wait.'));
    },
  };
  const ledger = { audit: () => Promise.resolve() };
  const instance = () => createClaimPause({ records, ledger, clock });
  return { time, asked, here: instance(), there: instance() };
}

describe('a pause of claims', () => {
  test('is told by another instance within a second, and known to who gives codes at once', async () => {
    const { time, here, there } = await twoInstances();
    expect(await there.recent()).toBeNull();
    await here.pause('Wracamy o 10.', 'staff');
    expect((await there.current())?.text).toBe('Wracamy o 10.');
    expect(await there.recent()).toBeNull();
    time.now = new Date(time.now.getTime() + 1_000);
    expect((await there.recent())?.text).toBe('Wracamy o 10.');
  });

  test('and its end are told at once where they were made', async () => {
    const { here } = await twoInstances();
    expect(await here.recent()).toBeNull();
    await here.pause('Wracamy o 10.', 'staff');
    expect((await here.recent())?.text).toBe('Wracamy o 10.');
    await here.resume('staff');
    expect(await here.recent()).toBeNull();
  });

  test('costs a crowd of questions one look a second', async () => {
    const { time, asked, here } = await twoInstances();
    await Promise.all(Array.from({ length: 100 }, () => here.recent()));
    await here.recent();
    expect(asked.times).toBe(1);
    time.now = new Date(time.now.getTime() + 1_000);
    await here.recent();
    expect(asked.times).toBe(2);
  });

  test('is unknown while its records are away, and asked again as soon as they are back', async () => {
    const { asked, here } = await twoInstances();
    asked.isAway = true;
    const unknown = { code: 'LEDGER_UNAVAILABLE' };
    await expect(here.current()).rejects.toMatchObject(unknown);
    await expect(here.recent()).rejects.toMatchObject(unknown);
    asked.isAway = false;
    expect(await here.recent()).toBeNull();
  });
});
