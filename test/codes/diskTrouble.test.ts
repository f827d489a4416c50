import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openFileLedger, type CodeLedger } from '../../src/codes/index.ts';
import type { LedgerNotice } from '../../src/codes/file/ledgerNotice.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { diskError, watchedDisk, type WatchedDisk } from '../storage/support/watchedDisk.ts';
import { checkLedger } from './support/checkLedger.ts';

const december = month('2026-12');
const releaseDay = new Date('2026-12-10T08:00:00Z');
const card = (name: string): CardNumber => name as CardNumber;

let folder: string;
let watched: WatchedDisk;
let notices: LedgerNotice[];
let ledger: CodeLedger;

beforeEach(async () => {
  folder = await temporaryFolder();
  watched = watchedDisk();
  notices = [];
  ledger = await open();
  await ledger.importPool(december, ['A', 'B', 'C'], releaseDay, 'staff');
  await ledger.claim(card('early'), december, releaseDay);
});

async function open(retryEvery = 60_000): Promise<CodeLedger> {
  const opened = await openFileLedger({
    folder,
    clock: () => releaseDay,
    auditKey: new Uint8Array(32),
    disk: watched.disk,
    report: (notice) => notices.push(notice),
    retryEvery,
    followAfter: 0,
  });
  onTestFinished(() => opened.close());
  return opened;
}

const claim = (name: string) => ledger.claim(card(name), december, releaseDay);

function breakJournal(code: 'ENOSPC' | 'EIO', tornAppend: WatchedDisk['tornAppend']): void {
  watched.tornAppend = tornAppend;
  watched.trouble = ({ operation, file }) =>
    operation === 'append' && file.includes('journal') ? diskError(code) : null;
}

describe('a ledger whose disk fails', () => {
  test.each([
    ['ENOSPC', 'nothing'],
    ['ENOSPC', 'half'],
    ['EIO', 'half'],
    ['EIO', 'everything'],
  ] as const)('(%s, %s written) refuses and gives nothing', async (code, tornAppend) => {
    breakJournal(code, tornAppend);
    const outcomes = await Promise.allSettled(['one', 'two', 'three', 'four'].map(claim));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'LEDGER_UNAVAILABLE', cause: { code } },
      });
    }
    expect(await ledger.claimOf(card('one'), december)).toBeNull();
    expect(await ledger.summary(december)).toMatchObject({ claimed: 1, left: 2 });
    expect(ledger.isHealthy()).toBe(false);
    expect(notices).toMatchObject([{ event: 'claimsStopped', month: december }]);
  });

  test('still shows the reader the code of before, and answers what it knows', async () => {
    breakJournal('ENOSPC', 'nothing');
    await expect(claim('one')).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(await claim('early')).toMatchObject({ outcome: 'alreadyClaimed', claim: { code: 'A' } });
    expect(await ledger.pool(december)).toEqual({ month: december, size: 3, remaining: 2 });
  });

  test.each(['half', 'everything'] as const)(
    'gives the same code to nobody else after it recovers (%s written)',
    async (tornAppend) => {
      breakJournal('EIO', tornAppend);
      await expect(claim('one')).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
      watched.trouble = null;
      expect(await claim('two')).toMatchObject({ outcome: 'issued', claim: { code: 'B' } });
      expect(await claim('one')).toMatchObject({ outcome: 'issued', claim: { code: 'C' } });
      expect(ledger.isHealthy()).toBe(true);
      expect(notices.map(({ event }) => event)).toEqual(['claimsStopped', 'claimsResumed']);
      await ledger.close();
      ledger = await open();
      expect(await claim('two')).toMatchObject({ outcome: 'alreadyClaimed', claim: { code: 'B' } });
      expect(await claim('one')).toMatchObject({ outcome: 'alreadyClaimed', claim: { code: 'C' } });
      await checkLedger(ledger, december);
    },
  );

  test('recovers by itself, without anybody asking and without a restart', async () => {
    await ledger.close();
    ledger = await open(1);
    breakJournal('ENOSPC', 'half');
    await expect(claim('one')).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(ledger.isHealthy()).toBe(false);
    watched.trouble = null;
    await expect.poll(() => ledger.isHealthy()).toBe(true);
    expect(notices.map(({ event }) => event)).toEqual(['claimsStopped', 'claimsResumed']);
  });

  test('refuses while even the half-written line cannot be cut off', async () => {
    watched.tornAppend = 'everything';
    watched.trouble = ({ operation }) =>
      operation === 'append' || operation === 'truncate' ? diskError('EIO') : null;
    await expect(claim('one')).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    watched.trouble = ({ operation }) => (operation === 'truncate' ? diskError('EIO') : null);
    await expect(claim('two')).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    watched.trouble = null;
    expect(await claim('two')).toMatchObject({ outcome: 'issued', claim: { code: 'B' } });
    await ledger.close();
    ledger = await open();
    expect(await ledger.claimOf(card('one'), december)).toBeNull();
  });

  test('refuses once the audit cannot follow, and makes up for it later', async () => {
    watched.trouble = ({ operation, file }) =>
      operation === 'append' && file.includes('audit') ? diskError('ENOSPC') : null;
    await claim('one');
    await expect.poll(() => ledger.isHealthy()).toBe(false);
    await expect(claim('two')).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(await claim('one')).toMatchObject({ outcome: 'alreadyClaimed' });
    watched.trouble = null;
    expect(await claim('two')).toMatchObject({ outcome: 'issued' });
  });

  test('goes on without the second copy, and tells', async () => {
    watched.trouble = ({ operation, file }) =>
      operation === 'write' && file.endsWith('2026-12.json.tmp') ? diskError('ENOSPC') : null;
    expect(await claim('one')).toMatchObject({ outcome: 'issued' });
    await expect.poll(() => notices.map(({ event }) => event)).toContain('copyFailed');
    expect(ledger.isHealthy()).toBe(true);
    await ledger.close();
    watched.trouble = null;
    ledger = await open();
    expect(await claim('one')).toMatchObject({ outcome: 'alreadyClaimed' });
  });

  test('refuses an audit row it cannot keep, and keeps the next one', async () => {
    const row = { at: releaseDay, card: card('one'), event: 'journey', details: {} };
    watched.trouble = ({ operation }) => (operation === 'append' ? diskError('ENOSPC') : null);
    await expect(ledger.audit(row)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    watched.trouble = null;
    await ledger.audit(row);
  });

  test('loads none of the codes of an import that fails', async () => {
    breakJournal('ENOSPC', 'half');
    const attempt = ledger.importPool(december, ['D', 'E'], releaseDay, 'staff');
    await expect(attempt).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    expect(await ledger.knownCodes(['D', 'E'])).toEqual([]);
    watched.trouble = null;
    const again = await ledger.importPool(december, ['D', 'E'], releaseDay, 'staff');
    expect(again).toEqual({ outcome: 'imported', added: 2 });
  });
});
