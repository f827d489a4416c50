import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/support/freePort.ts';
import { homeAddress } from '../../test/support/homeBrowser.ts';
import { quantile } from '../quantile.ts';
import { Reader, type ReaderOptions } from './reader.ts';

export type Morning = {
  readonly readers: number;
  readonly answered: number;
  readonly codes: number;
  /** Milliseconds from "pobierz kod" to the code, or to hearing that none is left. */
  readonly p50: number;
  readonly p99: number;
  readonly faqQuiet: number;
  readonly faqInTheCrowd: number;
};

const question = 'na ilu urządzeniach mogę czytać?';
const atOnce = 64;

/** Readers who signed in before come for a code, spread over `seconds`; others ask the FAQ meanwhile. */
export async function releaseMorning(
  root: string,
  readers: number,
  seconds: number,
): Promise<Morning> {
  const folder = await mkdtemp(join(root, 'release-'));
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('serve.js', import.meta.url)), [String(port), folder]);
  await once(child, 'message');
  const url = `http://127.0.0.1:${port}`;

  const crowd = Array.from({ length: readers }, (_, number) => new Reader(url, home(number)));
  const curious = Array.from(
    { length: 20 },
    (_, number) => new Reader(url, home(100_000 + number * 4)),
  );
  await eachAtOnce(curious, (reader) => reader.open());
  await eachAtOnce(crowd, async (reader) => {
    await reader.open();
    await reader.signIn();
  });
  for (let time = 0; time < 3; time += 1) await askFaq(curious, 4);
  const quiet = await askFaq(curious, 10);

  const times: number[] = [];
  let codes = 0;
  const morning = Promise.all(
    crowd.map(async (reader, index) => {
      await pass((index / readers) * seconds * 1000);
      const start = performance.now();
      const reply = await reader.ask('pobierz kod');
      // Whoever comes after the last code hears so at once, and is asked nothing.
      const end = reply.includes('yesNo.questions.claim') ? await reader.ask('tak') : reply;
      times.push(performance.now() - start);
      if (end.includes('claimCode.issued')) codes += 1;
    }),
  );
  const inTheCrowd: number[] = [];
  let isOver = false;
  const probing = (async () => {
    while (!isOver) inTheCrowd.push(...(await askFaq(curious.slice(0, 10), 1)));
  })();
  await morning;
  isOver = true;
  await probing;
  child.disconnect();
  await once(child, 'exit');
  await rm(folder, { recursive: true });
  return {
    readers,
    answered: times.length,
    codes,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    faqQuiet: quantile(quiet, 0.99),
    faqInTheCrowd: quantile(inTheCrowd, 0.99),
  };
}

function home(number: number): ReaderOptions {
  return { card: `reader-${number}`, password: 'p', address: homeAddress(number) };
}

/** Each asks so often, with a pause between, as people do; milliseconds of each answer. */
async function askFaq(readers: readonly Reader[], times: number): Promise<readonly number[]> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await Promise.all(
      readers.map(async (reader, index) => {
        await pass(index * 100);
        const start = performance.now();
        await reader.ask(question);
        all.push(performance.now() - start);
      }),
    );
    await pass(1_000);
  }
  return all;
}

async function eachAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
