// Run by a child process until it is killed: readers claim codes, a few at a time, over and over, and
// each acknowledged claim is told at once on the standard output.
import { writeSync } from 'node:fs';
import { openFileLedger } from '../../../src/codes/file/fileLedger.ts';
import type { CardNumber } from '../../../src/library/index.ts';
import { month } from '../../../src/rules/index.ts';
import { openDataFolder } from '../../../src/storage/index.ts';

const [folder = '', readers = '0'] = process.argv.slice(2);
const december = month('2026-12');
const releaseDay = new Date('2026-12-10T08:00:00Z');

const dataFolder = await openDataFolder(folder, { kind: 'demo' });
const ledger = await openFileLedger({
  folder: dataFolder.path,
  clock: () => releaseDay,
  auditKey: new Uint8Array(32),
  followAfter: 0,
});

async function claimAndTell(card: string): Promise<void> {
  const outcome = await ledger.claim(card as CardNumber, december, releaseDay);
  if (outcome.outcome !== 'poolEmpty') writeSync(1, `${card} ${outcome.claim.code}\n`);
}

const cards = Array.from({ length: Number(readers) }, (_, index) => `card-${index}`);
for (let start = 0; ; start = (start + 5) % cards.length) {
  await Promise.all(cards.slice(start, start + 5).map(claimAndTell));
}
