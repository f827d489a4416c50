/**
 * How long a turn of the FAQ takes while the library system answers, and while it hangs and other
 * readers are stuck in a check, each with the whole program over SIP2.
 *
 *   npm run bench -- quietFaq
 *
 * The load comes from the same machine, so read the two lines against each other.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { servedPatron, startSip2Server } from '../src/library/index.ts';
import { homeAddress } from '../test/support/homeBrowser.ts';
import { startMeasured } from './directline/measured.ts';
import { quantile } from './quantile.ts';
import { Reader } from './release/reader.ts';

const question = 'na ilu urządzeniach mogę czytać?';
const password = 'haslo';
const stuckCount = 50;
const askers = 60;
/** Within what one chat may say at once. */
const rounds = 5;
/** Milliseconds after which it may again. */
const rest = 5_000;
const repetitions = 4;
const connections = 32;

const numbers = Array.from({ length: stuckCount + askers }, (_, number) => number);
const cardOf = (number: number): string => String(200_100_000 + number);
const server = await startSip2Server({
  patrons: numbers.map((number) => servedPatron({ card: cardOf(number), password })),
});

/** The library's manifest with that server behind it; connections for all who get stuck, and long patience. */
async function manifest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-manifest-'));
  await cp('manifest', folder, { recursive: true });
  const file = join(folder, 'library.yml');
  const section =
    `system: sip2\nsip2:\n  host: 127.0.0.1\n  port: ${server.port}\n  institution: LPL\n` +
    `  connections: ${connections}\n  readMs: 600000\n`;
  await writeFile(file, (await readFile(file, 'utf8')).replace('system: demo', section));
  return folder;
}

type Measured = { readonly times: number[]; calls: number };

/** Everybody asks once a round, one after the other: what is measured is a turn, not a queue. */
async function measure(readers: readonly Reader[], into: Measured): Promise<void> {
  const calls = server.received.length;
  for (let round = 0; round < rounds; round += 1) {
    for (const reader of readers) {
      const start = performance.now();
      await reader.ask(question);
      into.times.push(performance.now() - start);
    }
  }
  into.calls += server.received.length - calls;
  await pass(rest);
}

function rowOf({ times, calls }: Measured): Record<string, string | number> {
  return {
    turns: times.length,
    'p50 ms': quantile(times, 0.5).toFixed(2),
    'p99 ms': quantile(times, 0.99).toFixed(2),
    'calls to the system': calls,
  };
}

process.env['MANIFEST_DIR'] = await manifest();
const bot = await startMeasured('legimi');
const readers = numbers.map(
  (number) =>
    new Reader(bot.url, { card: cardOf(number), password, address: homeAddress(number * 4) }),
);
const stuck = readers.slice(0, stuckCount);
const curious = readers.slice(stuckCount);
for (const [index, reader] of readers.entries()) {
  await reader.open();
  // Half of those who ask the FAQ are signed in.
  if (index < stuckCount + askers / 2) await reader.signIn();
}

await measure(curious, { times: [], calls: 0 });
const quiet: Measured = { times: [], calls: 0 };
const hanging: Measured = { times: [], calls: 0 };
// In turns, because what else this machine does changes by the minute.
for (let time = 0; time < repetitions; time += 1) {
  await measure(curious, quiet);
  server.behaviour.answering = 'hold';
  const asked = server.received.length;
  const checks = stuck.map((reader) => reader.ask('testuj pobieranie'));
  // As many as there are connections wait for an answer, the others for a connection.
  while (server.received.length < asked + connections) await new Promise(setImmediate);
  await measure(curious, hanging);
  server.behaviour.answering = 'atOnce';
  server.release();
  await Promise.all(checks);
}
console.table({
  'the system answers': rowOf(quiet),
  [`it hangs, ${stuckCount} readers wait for it`]: rowOf(hanging),
});

for (const reader of readers) reader.leave();
await bot.stop();
await server.close();
await rm(process.env['MANIFEST_DIR'], { recursive: true });
process.exit();
