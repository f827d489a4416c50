import { describe, expect, test } from 'vitest';
import { openFileLedger, type Claim, type CodeLedger } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import type { Disk } from '../../src/storage/index.ts';
import { MemoryDisk, type Crash } from '../storage/support/memoryDisk.ts';
import { checkAcknowledged, checkAudit, checkLedger } from './support/checkLedger.ts';

const december = month('2026-12');
const releaseDay = new Date('2026-12-10T08:00:00Z');
const auditKey = new Uint8Array(32).fill(7);
const cards = Array.from({ length: 9 }, (_, index) => `card-${index}` as CardNumber);

function open(disk: Disk): Promise<CodeLedger> {
  return openFileLedger({
    folder: '/data',
    clock: () => releaseDay,
    auditKey,
    disk,
    followAfter: 0,
  });
}

type Acknowledged = { loaded: number; readonly claims: Claim[]; isReleaseSet: boolean };

/** A month's life in short; notes what the ledger acknowledged before it failed. */
async function live(disk: Disk, acknowledged: Acknowledged): Promise<void> {
  let ledger = await open(disk);
  const claim = async (card: CardNumber): Promise<void> => {
    const outcome = await ledger.claim(card, december, releaseDay);
    if (outcome.outcome !== 'poolEmpty') acknowledged.claims.push(outcome.claim);
  };
  const load = async (codes: readonly string[]): Promise<void> => {
    await ledger.importPool(december, codes, releaseDay, 'staff');
    acknowledged.loaded += codes.length;
  };
  await load(['A', 'B', 'C']);
  await ledger.setRelease(december, releaseDay, 'staff');
  acknowledged.isReleaseSet = true;
  await Promise.all(cards.slice(0, 2).map(claim));
  await ledger.close();

  ledger = await open(disk);
  await ledger.setActivated(cards[0]!, december, true, 'staff');
  await Promise.all(cards.slice(1, 5).map(claim));
  await load(['D', 'E']);
  await ledger.close();

  ledger = await open(disk);
  await Promise.all(cards.map(claim));
  await ledger.close();
}

async function operationsOfWholeLife(): Promise<number> {
  const memory = new MemoryDisk();
  await live(memory.process().disk, { loaded: 0, claims: [], isReleaseSet: false });
  return memory.operations;
}

async function check(memory: MemoryDisk, acknowledged: Acknowledged): Promise<void> {
  const ledger = await open(memory.process().disk);
  await checkLedger(ledger, december);
  await checkAcknowledged(ledger, acknowledged.claims);
  const { loaded } = await ledger.summary(december);
  expect([0, 3, 5]).toContain(loaded);
  expect(loaded).toBeGreaterThanOrEqual(acknowledged.loaded);
  if (acknowledged.isReleaseSet) expect((await ledger.schedule()).size).toBe(1);
  await ledger.close();
  const reopened = await open(memory.process().disk);
  const audit = memory.text('/data/audit/2026-12.ledger.ndjson');
  await checkAudit(reopened, december, auditKey, audit);
  await reopened.close();
}

describe('a crash at any operation on the disk', () => {
  test.each<Crash>(['kill', 'powerCut', 'tornPowerCut'])(
    '(%s) loses nothing acknowledged, gives nothing twice, and leaves a complete audit',
    async (crash) => {
      const operations = await operationsOfWholeLife();
      expect(operations).toBeGreaterThan(40);
      for (let diesAt = 1; diesAt <= operations; diesAt += 1) {
        const memory = new MemoryDisk();
        const acknowledged: Acknowledged = { loaded: 0, claims: [], isReleaseSet: false };
        const process = memory.process(diesAt);
        await live(process.disk, acknowledged).catch(() => undefined);
        memory.crash(crash);
        await check(memory, acknowledged);
      }
    },
  );

  test('during the recovery from a crash loses nothing either', async () => {
    const operations = await operationsOfWholeLife();
    for (let diesAt = 10; diesAt <= operations; diesAt += 3) {
      for (let diesAgainAt = 1; diesAgainAt <= 30; diesAgainAt += 2) {
        const memory = new MemoryDisk();
        const acknowledged: Acknowledged = { loaded: 0, claims: [], isReleaseSet: false };
        await live(memory.process(diesAt).disk, acknowledged).catch(() => undefined);
        memory.crash('tornPowerCut');
        const reopened = await open(memory.process(diesAgainAt).disk).catch(() => null);
        await reopened?.close().catch(() => undefined);
        memory.crash('powerCut');
        await check(memory, acknowledged);
      }
    }
  });

  test('loses no audit row of a claim that came while the audit of another was written', async () => {
    const memory = new MemoryDisk();
    const { disk } = memory.process();
    let continueAudit = (): void => undefined;
    const audited = new Promise<void>((resolve) => (continueAudit = resolve));
    let appends = 0;
    const slowAudit: Disk = {
      ...disk,
      async openAppend(file, durable) {
        const handle = await disk.openAppend(file, durable);
        if (!file.includes('audit')) return handle;
        return {
          ...handle,
          async append(text) {
            appends += 1;
            // The second one never ends: the crash comes first.
            await (appends === 1 ? audited : new Promise(() => undefined));
            await handle.append(text);
          },
        };
      },
    };
    const ledger = await open(slowAudit);
    await ledger.importPool(december, ['A', 'B', 'C'], releaseDay, 'staff');
    await expect.poll(() => appends).toBe(1);
    await ledger.claim(cards[0]!, december, releaseDay);
    continueAudit();
    await expect.poll(() => memory.files()).toContain('/data/ledger/2026-12.json');
    memory.crash('kill');
    await check(memory, { loaded: 3, claims: [], isReleaseSet: false });
  });
});
