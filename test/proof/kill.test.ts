import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CompiledProgram } from '../storage/support/compiledProgram.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { checkHistory } from './support/checkHistory.ts';
import { compileMortalProcess, MortalLedger, type Life } from './support/mortalLedger.ts';
import { sizeOf, tell } from './support/size.ts';

/** Processes are slow to start where all tests run at once. */
vi.setConfig({ testTimeout: sizeOf({ short: 120_000, long: 10_800_000 }) });

const cards = Array.from({ length: 40 }, (_, index) => `card-${index}`);
const crowd = { cards, calls: 60, together: 5 };

let program: CompiledProgram;
/** Measured by the first test that needs it. */
let operationsKnown: Promise<number> | null = null;
beforeAll(async () => {
  program = await compileMortalProcess();
});
afterAll(() => program.remove());

async function newLedger(): Promise<MortalLedger> {
  const ledger = new MortalLedger(await temporaryFolder(), program.file);
  await ledger.inspect(30);
  return ledger;
}

/** How many file operations a life without a fault has. */
async function measureOperations(): Promise<number> {
  let low = 1;
  let high = 1_024;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const life = await (
      await newLedger()
    ).live({ by: 'fault', fault: { at: middle, kind: 'kill', length: 1 } }, crowd);
    if (life.signal === 'SIGKILL') low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function operationsOfALife(): Promise<number> {
  operationsKnown ??= measureOperations();
  return operationsKnown;
}

describe('a process that is killed with kill -9', () => {
  test('in each of its writes, flushes and renames, before or in the middle, loses nothing', async () => {
    const operations = await operationsOfALife();
    expect(operations).toBeGreaterThan(30);
    const step = sizeOf({ short: 11, long: 1 });
    let deaths = 0;
    for (const kind of ['kill', 'torn'] as const) {
      for (let at = 1; at <= operations; at += step) {
        const ledger = await newLedger();
        const fault = { at, kind, length: 1 };
        const { signal } = await ledger.live({ by: 'fault', fault }, crowd);
        if (signal === 'SIGKILL') deaths += 1;
        await ledger.inspect();
        // The next process goes on where this one died.
        expect((await ledger.live({ by: 'nothing' }, crowd)).isComplete).toBe(true);
        await ledger.inspect();
        expect(checkHistory(ledger.recorder), `${kind} at operation ${at}`).toEqual([]);
      }
    }
    expect(deaths).toBeGreaterThan(0);
    tell(`${deaths} kills, one in each of ${operations} file operations of a life, whole and torn`);
  });

  test('at random moments, again and again, loses nothing and gives nothing twice', async () => {
    const { ledgers, cycles } = sizeOf({
      short: { ledgers: 1, cycles: 8 },
      long: { ledgers: 20, cycles: 50 },
    });
    let deaths = 0;
    let calls = 0;
    for (let number = 0; number < ledgers; number += 1) {
      const ledger = await newLedger();
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const after = (cycle * 7 + number * 3) % 40;
        const some = cards.map((card) => `${card}-${cycle % 9}`);
        const life = await ledger.live(
          { by: 'kill', after },
          { cards: some, calls: 1e6, together: 5 },
        );
        if (life.signal === 'SIGKILL') deaths += 1;
        await ledger.inspect(8);
      }
      expect(checkHistory(ledger.recorder)).toEqual([]);
      calls += ledger.recorder.calls.length;
    }
    expect(deaths).toBe(ledgers * cycles);
    tell(
      `${deaths} kills at random moments, ${calls} claims of which each was asked for by a process`,
    );
  });
});

describe('a process whose disk fails', () => {
  test.each(['EIO', 'ENOSPC'] as const)(
    'with %s in any of its writes and flushes refuses, goes on, and loses nothing',
    async (kind) => {
      const operations = await operationsOfALife();
      const step = sizeOf({ short: 23, long: 1 });
      const lives: Life[] = [];
      for (let at = 1; at <= operations; at += step) {
        const ledger = await newLedger();
        const life = await ledger.live({ by: 'fault', fault: { at, kind, length: 3 } }, crowd);
        lives.push(life);
        await ledger.inspect();
        expect(checkHistory(ledger.recorder), `${kind} at operation ${at}`).toEqual([]);
      }
      expect(lives.some(({ isComplete }) => isComplete)).toBe(true);
      tell(`${lives.length} lives with ${kind} in three operations, at each place of a life`);
    },
  );
});
