// One instance of several, run by a child process until it is killed: readers claim codes from the
// ledger in the database, over and over, and each acknowledged claim is told on the standard output.
// It says `ready` first and begins when it is told anything.
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { openPostgresLedger } from '../../../src/codes/index.ts';
import type { CardNumber } from '../../../src/library/index.ts';
import { month } from '../../../src/rules/index.ts';
import { openDatabase } from '../../../src/storage/index.ts';

const [url = '', readers = '0', firstReader = '0'] = process.argv.slice(2);
const december = month('2026-12');
const releaseDay = new Date('2026-12-10T08:00:00Z');

const database = await openDatabase(url);
const ledger = await openPostgresLedger({
  database,
  clock: () => releaseDay,
  auditKey: new Uint8Array(32),
});

async function claimAndTell(card: string): Promise<void> {
  const outcome = await ledger.claim(card as CardNumber, december, releaseDay);
  const told = outcome.outcome === 'poolEmpty' ? '-' : outcome.claim.code;
  writeSync(1, `${card} ${told} ${outcome.outcome}\n`);
}

writeSync(1, 'ready\n');
await once(process.stdin, 'data');

const cards = Array.from({ length: Number(readers) }, (_, index) => `card-${index}`);
for (let start = Number(firstReader); ; start = (start + 5) % cards.length) {
  await Promise.all(cards.slice(start, start + 5).map(claimAndTell));
}
