import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openFileLedger, openPostgresLedger, type CodeLedger } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { migrate, openDatabase } from '../../src/storage/index.ts';
import { quantile } from '../quantile.ts';

export type Speed = {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
};

const december = month('2026-12');
const release = new Date('2026-12-10T08:00:00Z');
const clock = (): Date => release;
const auditKey = new Uint8Array(32).fill(7);

/** The floor: one line of a claim's size appended, and flushed, after the other. */
export async function appendWithFdatasync(root: string, count: number): Promise<Speed> {
  const folder = await mkdtemp(join(root, 'release-'));
  const handle = await open(join(folder, 'floor'), 'a');
  const times: number[] = [];
  const line = `${'x'.repeat(200)}\n`;
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const before = performance.now();
    await handle.appendFile(line);
    await handle.datasync();
    times.push(performance.now() - before);
  }
  const seconds = (performance.now() - start) / 1000;
  await handle.close();
  await rm(folder, { recursive: true });
  return speedOf(times, seconds);
}

/** Durable claims of the embedded ledger, so many readers at a time until so many have a code. */
export async function claimsOnFiles(root: string, atOnce: number, count: number): Promise<Speed> {
  const folder = await mkdtemp(join(root, 'release-'));
  const ledger = await openFileLedger({ folder, clock, auditKey });
  const speed = await claims(ledger, atOnce, count);
  await ledger.close();
  await rm(folder, { recursive: true });
  return speed;
}

/** The floor of PostgreSQL: one row of a claim's size inserted, and committed, after the other. */
export async function insertsOnPostgres(url: string, count: number): Promise<Speed> {
  const database = await openDatabase(url, { connections: 1 });
  await database.query('create table if not exists floor (at timestamptz, line text)');
  const times: number[] = [];
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const before = performance.now();
    await database.query('insert into floor values (now(), $1)', ['x'.repeat(200)]);
    times.push(performance.now() - before);
  }
  const seconds = (performance.now() - start) / 1000;
  await database.close();
  return speedOf(times, seconds);
}

/** Durable claims of one instance on PostgreSQL; the database must be new. */
export async function claimsOnPostgres(url: string, atOnce: number, count: number): Promise<Speed> {
  const database = await openDatabase(url);
  await migrate(database, 'demo');
  const ledger = await openPostgresLedger({ database, clock, auditKey });
  const speed = await claims(ledger, atOnce, count);
  await ledger.close();
  await database.close();
  return speed;
}

async function claims(ledger: CodeLedger, atOnce: number, count: number): Promise<Speed> {
  const codes = Array.from({ length: count }, (_, index) => `CODE-${index}`);
  await ledger.importPool(december, codes, release, 'bench');
  const times: number[] = [];
  const cards = Array.from({ length: count }, (_, index) => `2001${index}` as CardNumber).values();
  const reader = async (): Promise<void> => {
    for (const card of cards) {
      const before = performance.now();
      const { outcome } = await ledger.claim(card, december, release);
      if (outcome !== 'issued') throw new Error(`A claim ended with ${outcome}.`);
      times.push(performance.now() - before);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, reader));
  return speedOf(times, (performance.now() - start) / 1000);
}

function speedOf(times: readonly number[], seconds: number): Speed {
  return {
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}
