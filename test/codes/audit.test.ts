import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFileLedger, type AuditVerdict, type CodeLedger } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { logLine } from '../../src/storage/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';

const december = month('2026-12');
const january = month('2027-01');
const at = new Date('2026-12-10T08:00:00Z');
const card = '200100042' as CardNumber;
const otherCard = '200100043' as CardNumber;
const key = new Uint8Array(32).fill(7);
const newKey = new Uint8Array(32).fill(8);

function open(folder: string, keys: readonly [Uint8Array, ...Uint8Array[]] = [key]) {
  const [auditKey, ...previousAuditKeys] = keys;
  return openFileLedger({ folder, clock: () => at, auditKey, previousAuditKeys });
}

async function fill(ledger: CodeLedger): Promise<void> {
  await ledger.importPool(december, ['D-1', 'D-2', 'D-3'], at, 'staff');
  await ledger.setRelease(december, at, 'staff');
  await ledger.claim(card, december, at);
  await ledger.setActivated(card, december, true, 'staff');
  await ledger.audit({ at, card, event: 'signIn.signedIn', details: {} });
}

const kinds = (verdicts: readonly AuditVerdict[]): readonly string[] =>
  verdicts.flatMap(({ differences }) => differences.map(({ kind }) => kind));

/** Changes the lines of a file as somebody would who knows how its checksums are made. */
async function forge(file: string, change: (values: unknown[]) => unknown[]): Promise<void> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const values = lines.map((line) => JSON.parse(line.slice(line.indexOf(' ') + 1)) as unknown);
  await writeFile(file, change(values).map(logLine).join(''));
}

describe('the audit', () => {
  test('replays to the ledger, at once and after a restart', async () => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    await fill(ledger);
    const expected = [{ month: december, changes: 4, events: 1, differences: [] }];
    expect(await ledger.verifyAudit()).toEqual(expected);
    await ledger.close();
    const again = await open(folder);
    expect(await again.verifyAudit()).toEqual(expected);
    expect(await again.auditRowsOf(card)).toBe(3);
    expect(await again.auditRowsOf(otherCard)).toBe(0);
    await again.close();
  });

  test('replays to the ledger whatever was done, across a change of the secret', async () => {
    const act = fc.oneof(
      fc.record({ act: fc.constant('claim' as const), card: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ act: fc.constant('activate' as const), card: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ act: fc.constant('import' as const), card: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ act: fc.constant('rotate' as const), card: fc.constant(0) }),
    );
    const property = fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const folder = await temporaryFolder();
      let ledger = await open(folder);
      let loaded = 0;
      for (const { act: kind, card: number } of acts) {
        const who = `20010000${number}` as CardNumber;
        if (kind === 'claim') await ledger.claim(who, december, at);
        if (kind === 'activate')
          await ledger.setActivated(who, december, number % 2 === 0, 'staff').catch(() => null);
        if (kind === 'import') {
          const codes = Array.from({ length: number }, (_, index) => `D-${loaded + index}`);
          loaded += number;
          await ledger.importPool(december, codes, at, 'staff');
        }
        if (kind === 'rotate') {
          await ledger.close();
          ledger = await open(folder, [newKey, key]);
        }
      }
      expect(kinds(await ledger.verifyAudit())).toEqual([]);
      await ledger.close();
    });
    await fc.assert(property, { numRuns: 25 });
  });

  test('tells that rows of an unknown key cannot be compared', async () => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    await fill(ledger);
    await ledger.close();
    const stranger = await open(folder, [newKey]);
    expect(kinds(await stranger.verifyAudit())).toEqual(['codes', 'claims', 'activations']);
    await stranger.close();
  });

  test.each([
    [
      'a claim is struck out',
      (rows: Row[]) => rows.filter(({ event }) => event !== 'codeIssued'),
      ['claimsMissingInAudit'],
    ],
    [
      'a claim is given to another card',
      (rows: Row[]) =>
        rows.map((row) => (row.event === 'codeIssued' ? { ...row, card: 'x' } : row)),
      ['claims'],
    ],
    [
      'a claim is added',
      (rows: Row[]) => [...rows.slice(0, 3), { ...rows[2], index: 9 }, ...rows.slice(3)],
      ['claimsMissingInLedger'],
    ],
    [
      'a code is added',
      (rows: Row[]) =>
        rows.map((row) => (row.codes ? { ...row, codes: [...row.codes, 'x'] } : row)),
      ['codes'],
    ],
    [
      'an activation is turned round',
      (rows: Row[]) =>
        rows.map((row) => (row.event === 'activationSet' ? { ...row, activated: false } : row)),
      ['activations'],
    ],
    [
      'a release is moved',
      (rows: Row[]) =>
        rows.map((row) => (row.release ? { ...row, release: '2026-12-09T08:00:00.000Z' } : row)),
      ['release'],
    ],
  ] as const)('shows when in the audit %s', async (_what, change, expected) => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    await fill(ledger);
    await ledger.close();
    await forge(join(folder, 'audit', '2026-12.ledger.ndjson'), (rows) => change(rows as Row[]));
    const again = await open(folder);
    expect(kinds(await again.verifyAudit())).toEqual(expected);
    await again.close();
  });

  test('shows damaged lines', async () => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    await fill(ledger);
    await ledger.audit({ at, card, event: 'signIn.signedOut', details: {} });
    await ledger.close();
    const file = join(folder, 'audit', '2026-12.events.ndjson');
    await writeFile(file, (await readFile(file, 'utf8')).replace('signedIn', 'signedXX'));
    const again = await open(folder);
    expect(kinds(await again.verifyAudit())).toEqual(['damagedLines']);
    await again.close();
  });
});

type Row = { event: string; card?: string; codes?: string[]; release?: string };

describe('the end of what is kept', () => {
  async function contents(folder: string): Promise<string> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const texts = files.map((one) => readFile(join(one.parentPath, one.name), 'utf8'));
    return (await Promise.all(texts)).join('\n');
  }

  test('takes the cards out of every file of an old month and keeps its numbers', async () => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    await fill(ledger);
    await ledger.importPool(january, ['J-1', 'J-2'], at, 'staff');
    await ledger.claim(otherCard, january, at);
    expect(await ledger.retain({ claimsFrom: december, auditFrom: december })).toBe(0);
    expect(await ledger.retain({ claimsFrom: january, auditFrom: december })).toBe(1);
    expect(await ledger.retain({ claimsFrom: january, auditFrom: december })).toBe(0);

    expect(await contents(folder)).not.toContain(card);
    expect(await contents(folder)).toContain(otherCard);
    expect(await ledger.claimsOf(card)).toEqual([]);
    expect(await ledger.claimsOf(otherCard)).toMatchObject([{ month: january, code: 'J-1' }]);
    expect(await ledger.summary(december)).toEqual({
      month: december,
      loaded: 3,
      claimed: 1,
      left: 2,
    });
    expect(await ledger.knownCodes(['D-1'])).toEqual([{ code: 'D-1', month: december }]);
    expect(kinds(await ledger.verifyAudit())).toEqual([]);
    await ledger.close();

    const again = await open(folder);
    expect(await again.summary(december)).toMatchObject({ claimed: 1 });
    expect(await contents(folder)).not.toContain(card);
    await again.close();
  });

  test('finishes what a crash interrupted', async () => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    await fill(ledger);
    await ledger.retain({ claimsFrom: january, auditFrom: december });
    await ledger.close();
    const left = join(folder, 'ledger', '2026-12.journal.ndjson.damaged');
    await writeFile(left, card);
    const again = await open(folder);
    expect(await again.retain({ claimsFrom: january, auditFrom: december })).toBe(1);
    expect(await contents(folder)).not.toContain(card);
    expect(await again.summary(december)).toMatchObject({ claimed: 1 });
    await again.close();
  });

  test('deletes the audit of a month that is over its time, and does not miss it', async () => {
    const folder = await temporaryFolder();
    const ledger = await open(folder);
    await fill(ledger);
    expect(await ledger.retain({ claimsFrom: january, auditFrom: january })).toBe(2);
    expect(await readdir(join(folder, 'audit'))).toEqual([]);
    expect(await ledger.verifyAudit()).toEqual([]);
    await ledger.close();
  });
});
