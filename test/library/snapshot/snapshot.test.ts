import { utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { CardNumber } from '../../../src/library/index.ts';
import {
  openSnapshot,
  readSnapshot,
  removeSnapshot,
  writeSnapshot,
  type SnapshotRow,
} from '../../../src/library/snapshot/index.ts';
import { snapshotPath } from '../../../src/library/snapshot/snapshotFile.ts';
import { calendarDay } from '../../../src/rules/index.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';

const reader: SnapshotRow = {
  card: '200100001',
  balance: 1250,
  loansThisYear: 3,
  dataConfirmedOn: calendarDay('2026-01-07'),
  overdueItems: 0,
};
const card = reader.card as CardNumber;
const asOf = new Date('2026-11-19T23:00:00Z');
const known = <Value>(value: Value) => ({ known: true, value, source: 'snapshot', asOf });

async function snapshotOf(rows: readonly SnapshotRow[], today = '2026-11-24T10:00:00Z') {
  const folder = await temporaryFolder();
  await writeSnapshot(folder, { day: calendarDay('2026-11-20'), rows });
  let now = new Date(today);
  const damages: unknown[] = [];
  const snapshot = openSnapshot({
    folder,
    clock: () => now,
    maximumAgeDays: 35,
    onDamaged: (error) => damages.push(error),
  });
  return { folder, snapshot, damages, setNow: (text: string) => void (now = new Date(text)) };
}

describe('a snapshot of the readers', () => {
  test('tells what it says, as of the beginning of its day', async () => {
    const { snapshot } = await snapshotOf([reader]);
    expect(await snapshot.facts(card)).toEqual({
      balance: known(1250),
      loansThisYear: known(3),
      dataConfirmedOn: known('2026-01-07'),
      overdueItems: known(0),
    });
  });

  test('tells nothing about what it leaves out, and about cards it does not hold', async () => {
    const empty = { ...reader, balance: null, loansThisYear: null, overdueItems: null };
    const { snapshot } = await snapshotOf([{ ...empty, dataConfirmedOn: 'never' }]);
    expect(await snapshot.facts(card)).toEqual({ dataConfirmedOn: known(null) });
    expect(await snapshot.facts('20010000' as CardNumber)).toEqual({});
    expect(await snapshot.facts('__proto__' as CardNumber)).toEqual({});
  });

  test('is unknown once it is too old, and on a day before its own', async () => {
    const { snapshot, setNow } = await snapshotOf([reader]);
    setNow('2026-12-25T22:59:00Z');
    expect(Object.keys(await snapshot.facts(card))).toHaveLength(4);
    setNow('2026-12-25T23:00:00Z');
    expect(await snapshot.facts(card)).toEqual({});
    expect(await snapshot.state()).toMatchObject({ cards: 1, isTooOld: true });
    setNow('2026-11-19T10:00:00Z');
    expect(await snapshot.facts(card)).toEqual({});
  });

  test('counts in January no loans of last year as this year’s', async () => {
    const folder = await temporaryFolder();
    await writeSnapshot(folder, { day: calendarDay('2026-12-28'), rows: [reader] });
    const clock = () => new Date('2027-01-10T10:00:00Z');
    const facts = await openSnapshot({ folder, clock, maximumAgeDays: 35 }).facts(card);
    expect(facts.loansThisYear).toBeUndefined();
    expect(facts.loansLastYear).toMatchObject({ known: true, value: 3 });
  });

  test('is replaced by the next import while the bot runs', async () => {
    const { folder, snapshot } = await snapshotOf([reader]);
    await snapshot.facts(card);
    await writeSnapshot(folder, {
      day: calendarDay('2026-11-23'),
      rows: [{ ...reader, balance: 0 }],
    });
    expect((await snapshot.facts(card)).balance).toMatchObject({ value: 0 });
  });

  test('that is damaged tells nothing, and says so once', async () => {
    const { folder, snapshot, damages } = await snapshotOf([reader]);
    await writeFile(snapshotPath(folder), '{"checksum":"x","data":{}}');
    await utimes(snapshotPath(folder), 1, 1);
    expect(await snapshot.facts(card)).toEqual({});
    expect(await snapshot.facts(card)).toEqual({});
    expect(damages).toHaveLength(1);
  });

  test('is deleted when it is too old, and not a day earlier', async () => {
    const { snapshot, setNow } = await snapshotOf([reader]);
    expect(await snapshot.purge()).toBe(0);
    setNow('2026-12-26T10:00:00Z');
    expect(await snapshot.purge()).toBe(1);
    expect(await snapshot.state()).toBeNull();
    expect(await snapshot.purge()).toBe(0);
  });

  test('is deleted where no list tells anything any more', async () => {
    const { folder } = await snapshotOf([reader]);
    expect(await removeSnapshot(folder)).toBe(1);
    expect(await readSnapshot(folder)).toBeNull();
    expect(await removeSnapshot(folder)).toBe(0);
  });
});
