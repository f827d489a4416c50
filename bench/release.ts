/**
 * The morning of the 10th: durable claims a second beside the floor of the same disk, and the whole
 * journey over Direct Line ("pobierz kod" → code on the screen) for a crowd in the first minute.
 *
 *   npm run bench -- release                 5,000 readers in 60 seconds
 *   npm run bench -- release 500 10
 *   npm run bench -- release 0               the ledgers only
 *
 * The load comes from the same machine, so the journey is slower here than with readers at home.
 */
import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as PostgresScript from '../scripts/postgres.mjs';
import { openDatabase } from '../src/storage/index.ts';
import {
  appendWithFdatasync,
  claimsOnFiles,
  claimsOnPostgres,
  insertsOnPostgres,
  type Speed,
} from './release/ledgerSpeed.ts';
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
  'claims on files, 200 at a time': row(await claimsOnFiles(root, 200, 10_000)),
  'claims on files, 500 at a time': row(await claimsOnFiles(root, 500, 10_000)),
});

// Compiled, this file lies elsewhere than the script, which is no TypeScript.
const script = pathToFileURL(join(process.cwd(), 'scripts/postgres.mjs')).href;
const { startPostgres } = (await import(script)) as typeof PostgresScript;
const postgres = await startPostgres();
const newDatabase = async (name: string): Promise<string> => {
  const server = await openDatabase(postgres.url());
  await server.query(`create schema ${name}`);
  await server.close();
  return `${postgres.url()}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
};
console.table({
  'floor: SQL insert, one at a time': row(await insertsOnPostgres(postgres.url(), 1_000)),
  'claims on PostgreSQL, 1 at a time': row(
    await claimsOnPostgres(await newDatabase('one'), 1, 500),
  ),
  'claims on PostgreSQL, 200 at a time': row(
    await claimsOnPostgres(await newDatabase('many'), 200, 5_000),
  ),
});
await postgres.stop();

if (readers > 0) {
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
}
