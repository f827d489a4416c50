import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom, seededShuffle } from '../../src/understanding/index.ts';
import type { CompiledProgram } from '../storage/support/compiledProgram.ts';
import type { Fault } from './support/mortalFiles.ts';
import { compileMortality, MortalMorning, type Death } from './support/mortalMorning.ts';
import { tell } from './support/size.ts';

// The whole program dies about a thousand times, and is started again: about an hour of one core. The
// short form is program.test.ts.

/** Before the operation, and in the middle of its bytes. */
const kinds = ['kill', 'torn'] as const;
/** On each of two folders, whose programs run at the same time. */
const randomDeaths = 300;
/** Readers on their way at any time. */
const busy = 2;

/** Of the moments and orders, which another run has differently. */
const seed = Number(process.env['PROOF_SEED'] ?? randomInt(0x7fff_ffff));

let mortality: CompiledProgram;
beforeAll(async () => {
  mortality = await compileMortality();
});
afterAll(() => mortality.remove());

const faultAt = (at: number, kind: Fault['kind']): Fault => ({ at, kind, length: 1 });
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** A morning whose first program has loaded the codes and ended. */
async function begunMorning(readers: number, codes: number): Promise<MortalMorning> {
  const morning = await MortalMorning.prepare({ readers, codes }, mortality);
  const first = await morning.start();
  await morning.recordSeeds();
  expect(await first.end('SIGTERM'), first.output()).toBe(0);
  return morning;
}

/** Works on the items, two at a time. */
async function pairwise<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all([worker(), worker()]);
}

test('a program killed in any file operation of its very first start leaves a folder on which the next one serves', async () => {
  const untouched = await MortalMorning.prepare({ readers: 0, codes: 2 }, mortality);
  const operations = await untouched.operationsOfALife(0);
  let deaths = 0;
  const faults = kinds.flatMap((kind) => upTo(operations).map((at) => faultAt(at, kind)));
  await pairwise(faults, async (fault) => {
    const morning = await MortalMorning.prepare({ readers: 1, codes: 3 }, mortality);
    await morning.live({ fault });
    const next = await morning.start();
    await morning.recordSeeds();
    await morning.finish(next);
    deaths += morning.deaths;
  });
  expect(deaths).toBe(faults.length);
  tell(
    `${deaths} deaths of the whole program in its first start on a new folder, one in each of ` +
      `${operations} file operations, whole and torn`,
  );
});

test('a program killed in each file operation of its life gives no code twice and loses none', async () => {
  await Promise.all(
    kinds.map(async (kind, folder) => {
      const morning = await begunMorning(400, 300);
      const operations = await morning.operationsOfALife(busy);
      // In any order, so that nobody is stopped in the same step again and again.
      const places = upTo(operations);
      seededShuffle(seed + folder)(places);
      let inPeace = 0;
      for (const at of places) {
        // What was not reached is tried again in a busier life.
        morning.keepBusy(morning.deaths + inPeace < operations ? busy : 2 * busy);
        const isDead = await morning.live({ fault: faultAt(at, kind) });
        await morning.look();
        if (isDead) continue;
        places.push(at);
        inPeace += 1;
        expect(inPeace).toBeLessThan(operations);
      }
      const amidDeaths = morning.owners;
      await morning.finish();
      expect(morning.deaths).toBe(operations);
      tell(
        `${morning.deaths} deaths of the whole program (${kind}), one in each of ${operations} file ` +
          `operations of a life: 400 readers of the chat, ${morning.owners} codes, ${amidDeaths} of them ` +
          'between deaths, 0 given twice, 0 lost',
      );
    }),
  );
});

test('a program killed at random moments, also while it starts, gives no code twice and loses none', async () => {
  await pairwise([0, 1], async (folder) => {
    const random = seededRandom(seed + folder);
    const moment = (): Death =>
      random() < 0.25 ? { whileStarting: random() } : { afterListening: random() };
    const morning = await begunMorning(400, 300);
    while (morning.deaths < randomDeaths) {
      morning.keepBusy(busy);
      await morning.live(moment());
      await morning.look();
    }
    const amidDeaths = morning.owners;
    await morning.finish();
    tell(
      `${morning.deaths} deaths of the whole program at random moments (seed ${seed}), also while it ` +
        `starts: 400 readers of the chat, ${morning.owners} codes, ${amidDeaths} of them ` +
        'between deaths, 0 given twice, 0 lost',
    );
  });
});
