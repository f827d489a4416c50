import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFileLedger, type CodeLedger } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { describeCodeLedger, type LedgerUnderTest } from '../contract/codeLedger.contract.ts';
import { describeDrawLedger } from '../contract/drawLedger.contract.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { watchedDisk } from '../storage/support/watchedDisk.ts';

const december = month('2026-12');
const releaseDay = new Date('2026-12-10T08:00:00Z');
const card = '200100042' as CardNumber;
const auditKey = new Uint8Array(32).fill(7);

function open(folder: string): Promise<CodeLedger> {
  return openFileLedger({ folder, clock: () => releaseDay, auditKey });
}

async function openForContract(): Promise<LedgerUnderTest> {
  const folder = await temporaryFolder();
  const ledger = await open(folder);
  return {
    ledger,
    async reopen() {
      await ledger.close();
      return open(folder);
    },
  };
}

describeCodeLedger('files', openForContract);
describeDrawLedger('files', openForContract);

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

describe('the ledger on files', () => {
  test('shares one write of the journal between two hundred claims made at once', async () => {
    const watched = watchedDisk();
    const ledger = await openFileLedger({
      folder: await temporaryFolder(),
      clock: () => releaseDay,
      auditKey,
      disk: watched.disk,
    });
    const codes = Array.from({ length: 200 }, (_, index) => `D-${index}`);
    await ledger.importPool(december, codes, releaseDay, 'staff');
    watched.calls.length = 0;
    await Promise.all(
      codes.map((_, index) => ledger.claim(`${index}` as CardNumber, december, releaseDay)),
    );
    const appends = watched.calls.filter(
      ({ operation, file }) => operation === 'append' && file.includes('journal'),
    );
    expect(appends).toHaveLength(1);
    await ledger.close();
  });

  test('names no card and no code in the audit, and lets its owner alone read any file', async () => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    await ledger.importPool(december, ['LEGIMI-0001'], releaseDay, 'staff');
    await ledger.claim(card, december, releaseDay);
    await ledger.setActivated(card, december, true, 'staff');
    await ledger.audit({ at: releaseDay, card, event: 'journey', details: { ending: 'issued' } });
    await ledger.close();
    const audits = (await filesIn(join(folder, 'audit'))).sort();
    const text = (await Promise.all(audits.map((file) => readFile(file, 'utf8')))).join('');
    expect(text).not.toMatch(/200100042|LEGIMI-0001/);
    expect(text).toMatch(/codeIssued/);
    expect(text).toMatch(/"ending":"issued"/);
    for (const file of await filesIn(folder)) {
      expect((await stat(file)).mode & 0o777, file).toBe(0o600);
    }
  });

  test('stands for a card with the same hash all month and another one next month', async () => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    for (const day of ['2026-12-10', '2026-12-11', '2027-01-10']) {
      const at = new Date(`${day}T08:00:00Z`);
      await ledger.audit({ at, card, event: 'journey', details: {} });
    }
    await ledger.audit({ at: releaseDay, card: null, event: 'staff', details: {} });
    await ledger.close();
    const rowsOf = async (name: string): Promise<readonly (string | null)[]> => {
      const text = await readFile(join(folder, 'audit', name), 'utf8');
      return text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line.slice(line.indexOf(' '))) as { card: string }).card);
    };
    const [first, second, staff] = await rowsOf('2026-12.events.ndjson');
    const [next] = await rowsOf('2027-01.events.ndjson');
    expect(second).toBe(first);
    expect(next).not.toBe(first);
    expect(staff).toBeNull();
  });
});
