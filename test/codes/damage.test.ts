import { beforeEach, describe, expect, test } from 'vitest';
import { openFileLedger, type Claim, type CodeLedger } from '../../src/codes/index.ts';
import type { LedgerNotice } from '../../src/codes/file/ledgerNotice.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { logLine } from '../../src/storage/index.ts';
import { MemoryDisk } from '../storage/support/memoryDisk.ts';
import { checkAcknowledged, checkLedger } from './support/checkLedger.ts';

const december = month('2026-12');
const releaseDay = new Date('2026-12-10T08:00:00Z');
const monthFile = '/data/ledger/2026-12.json';
const previousFile = '/data/ledger/2026-12.previous.json';
const journal = '/data/ledger/2026-12.journal.ndjson';
const audit = '/data/audit/2026-12.ledger.ndjson';

const flipMiddle = (content: Buffer): Buffer => {
  const middle = Math.floor(content.length / 2);
  content.writeUInt8(content.readUInt8(middle) ^ 1, middle);
  return content;
};
const halve = (content: Buffer): Buffer => content.subarray(0, content.length / 2);
const empty = (): Buffer => Buffer.alloc(0);
const firstLines =
  (count: number) =>
  (content: Buffer): Buffer =>
    Buffer.from(`${content.toString('utf8').split('\n').slice(0, count).join('\n')}\n`);
const damageLine =
  (number: number) =>
  (content: Buffer): Buffer => {
    const lines = content.toString('utf8').split('\n');
    lines[number - 1] = lines[number - 1]!.replace('"entries"', '"entrees"');
    return Buffer.from(lines.join('\n'));
  };

let memory: MemoryDisk;
let notices: LedgerNotice[];

beforeEach(() => {
  memory = new MemoryDisk();
  notices = [];
});

function open(): Promise<CodeLedger> {
  return openFileLedger({
    folder: '/data',
    clock: () => releaseDay,
    auditKey: new Uint8Array(32),
    disk: memory.process().disk,
    report: (notice) => notices.push(notice),
    // Only closing writes the month's file, so that each session leaves exactly one version.
    followAfter: 60_000,
  });
}

/** Three sessions with a claim each: the file holds all three, its previous version the first two. */
async function threeClaims(): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const name of ['first', 'second', 'third']) {
    const ledger = await open();
    if (name === 'first') {
      await ledger.importPool(december, ['A', 'B', 'C', 'D'], releaseDay, 'staff');
    }
    const outcome = await ledger.claim(name as CardNumber, december, releaseDay);
    if (outcome.outcome === 'issued') claims.push(outcome.claim);
    await ledger.close();
  }
  expect(claims).toHaveLength(3);
  return claims;
}

async function expectWhole(claims: readonly Claim[]): Promise<void> {
  const ledger = await open();
  expect(await ledger.summary(december)).toMatchObject({ loaded: 4, claimed: 3, left: 1 });
  await checkLedger(ledger, december);
  await checkAcknowledged(ledger, claims);
  await ledger.close();
}

describe('damage to the files of a month', () => {
  test.each([
    ['file changed by one bit', monthFile, flipMiddle],
    ['file cut in half', monthFile, halve],
    ['file emptied', monthFile, empty],
    ['journal cut in half', journal, halve],
    ['journal emptied', journal, empty],
    ['first line of the journal damaged', journal, damageLine(1)],
    ['third line of the journal damaged', journal, damageLine(3)],
    ['last line of the journal damaged', journal, damageLine(4)],
  ])('(%s) is put right and told', async (_name, file, change) => {
    const claims = await threeClaims();
    memory.damage(file, change);
    await expectWhole(claims);
    expect(notices).toEqual([
      { event: 'monthRestored', month: december, repairs: [expect.stringMatching(/2026-12/)] },
    ]);
    // And it stays right: the next start finds nothing to repair, and everything is there.
    notices = [];
    await expectWhole(claims);
    expect(notices).toEqual([]);
  });

  test.each([
    ['its file', monthFile],
    ['its journal', journal],
  ])('leaves a copy of %s as it was found', async (_name, file) => {
    await threeClaims();
    memory.damage(file, damageLineOrHalf(file));
    const damaged = memory.text(file);
    await (await open()).close();
    expect(memory.text(`${file}.damaged`)).toBe(damaged);
  });

  test('goes unnoticed in the previous version, which is not needed', async () => {
    const claims = await threeClaims();
    memory.damage(previousFile, halve);
    await expectWhole(claims);
    expect(notices).toEqual([]);
  });

  test('in both the file and its previous version is put right from the journal', async () => {
    const claims = await threeClaims();
    memory.damage(monthFile, halve);
    memory.damage(previousFile, flipMiddle);
    await expectWhole(claims);
    expect(notices).toHaveLength(1);
  });

  test('in the file is put right even when only the rebuilt journal is left', async () => {
    const claims = await threeClaims();
    memory.damage(journal, empty);
    await expectWhole(claims);
    memory.damage(monthFile, halve);
    memory.damage(previousFile, halve);
    await expectWhole(claims);
  });

  test('that no copy can make good stops the start and changes nothing', async () => {
    await threeClaims();
    memory.damage(monthFile, halve);
    memory.damage(previousFile, halve);
    memory.damage(journal, damageLine(2));
    const before = memory.text(journal);
    await expect(open()).rejects.toMatchObject({
      code: 'LEDGER_DAMAGED',
      message: expect.stringMatching(/2026-12.*backup/s),
    });
    expect(memory.text(journal)).toBe(before);
    await expect(open()).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
  });

  test('that lost one commit among later ones stops the start, however harmless it was', async () => {
    const ledger = await open();
    await ledger.importPool(december, ['A', 'B'], releaseDay, 'staff');
    await ledger.setRelease(december, releaseDay, 'staff');
    await ledger.setRelease(december, new Date('2026-12-11T08:00:00Z'), 'staff');
    await ledger.close();
    for (const file of [monthFile, previousFile]) memory.damage(file, empty);
    memory.damage(journal, damageLine(2));
    await expect(open()).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
  });

  test('that gives one reader two codes stops the start', async () => {
    const ledger = await open();
    await ledger.importPool(december, ['A', 'B'], releaseDay, 'staff');
    await ledger.claim('first' as CardNumber, december, releaseDay);
    await ledger.close();
    for (const file of [monthFile, previousFile]) memory.damage(file, empty);
    const again = {
      type: 'claimed',
      at: releaseDay.toISOString(),
      card: 'first',
      code: 'B',
    };
    const line = logLine({ sequence: 3, entries: [again] });
    memory.damage(journal, (content) => Buffer.from(`${content.toString()}${line}`));
    await expect(open()).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
  });

  test.each([
    [
      'emptied',
      () => [monthFile, previousFile, journal].forEach((file) => memory.damage(file, empty)),
    ],
    ['deleted', () => [monthFile, previousFile, journal].forEach((file) => memory.remove(file))],
    ['put back as they were before the last claims', () => memory.damage(journal, firstLines(2))],
  ])('(all files %s) stops the start, because the audit knows of more', async (name, harm) => {
    await threeClaims();
    if (name.startsWith('put back')) {
      for (const file of [monthFile, previousFile]) memory.remove(file);
    }
    harm();
    for (const _attempt of ['first', 'second']) {
      await expect(open()).rejects.toMatchObject({
        code: 'LEDGER_DAMAGED',
        message: expect.stringMatching(/2026-12 are lost.*backup/s),
      });
    }
    expect(notices).toEqual([]);
  });

  test.each([
    ['deleted', () => memory.remove(audit)],
    ['emptied', () => memory.damage(audit, () => Buffer.alloc(0))],
    ['cut in half', () => memory.damage(audit, halve)],
    ['full of something else', () => memory.damage(audit, () => Buffer.from('rot\nand rot'))],
  ])('to the audit (%s) is told, and put right from the journal', async (_name, harm) => {
    const claims = await threeClaims();
    harm();
    await expectWhole(claims);
    expect(notices).toEqual([{ event: 'auditRestored', month: december }]);
    const ledger = await open();
    expect(await ledger.verifyAudit()).toMatchObject([{ month: december, differences: [] }]);
    expect(notices).toHaveLength(1);
    await ledger.close();
  });

  test('to the audit is told and does not stop the ledger', async () => {
    const claims = await threeClaims();
    memory.damage(audit, (content) => {
      const lines = content.toString('utf8').split('\n');
      lines[1] = 'rot';
      return Buffer.from(lines.join('\n'));
    });
    await expectWhole(claims);
    expect(notices).toEqual([{ event: 'auditDamaged', month: december }]);
  });
});

function damageLineOrHalf(file: string): (content: Buffer) => Buffer {
  return file === journal ? damageLine(2) : halve;
}
