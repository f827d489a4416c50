/**
 * The morning of the 10th: durable claims a second beside the floor of the same disk, and the whole
 * journey over Direct Line ("pobierz kod" → code on the screen) for a crowd in the first minute.
 *
 *   npm run bench -- release                 5,000 readers in 60 seconds
 *   npm run bench -- release 500 10
 *
 * The load comes from the same machine, so the journey is slower here than with readers at home.
 */
import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { appendWithFdatasync, claimsOnFiles, type Speed } from './release/ledgerSpeed.ts';
import { releaseMorning } from './release/morning.ts';

const readers = Number(process.argv[2] ?? 5_000);
const seconds = Number(process.argv[3] ?? 60);
// On the project's own disk: a temporary folder may be memory.
const root = join(process.cwd(), 'artifacts');
mkdirSync(root, { recursive: true });

const row = ({ perSecond, p50, p99 }: Speed) => ({
  'a second': Math.round(perSecond),
  'p50 ms': p50.toFixed(1),
  'p99 ms': p99.toFixed(1),
});

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
const floor = await appendWithFdatasync(root, 1_000);
await claimsOnFiles(root, 500, 5_000);
console.table({
  'floor: append + fdatasync, one at a time': row(floor),
  'claims on files, 1 at a time': row(await claimsOnFiles(root, 1, 1_000)),
  'claims on files, 200 at a time': row(await claimsOnFiles(root, 200, 20_000)),
  'claims on files, 500 at a time': row(await claimsOnFiles(root, 500, 20_000)),
});

const morning = await releaseMorning(root, readers, seconds);
console.table({
  [`${readers} readers in ${seconds} s`]: {
    answered: morning.answered,
    codes: morning.codes,
    'p50 ms': morning.p50.toFixed(0),
    'p99 ms': morning.p99.toFixed(0),
    'FAQ p99 quiet ms': morning.faqQuiet.toFixed(0),
    'FAQ p99 in the crowd ms': morning.faqInTheCrowd.toFixed(0),
    'FAQ ratio': (morning.faqInTheCrowd / morning.faqQuiet).toFixed(2),
  },
});
