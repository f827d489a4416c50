import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileLedger, type CodeLedger } from '../../src/codes/index.ts';
import { month } from '../../src/rules/index.ts';
import { openDataFolder } from '../../src/storage/index.ts';
import { compileProgram, type CompiledProgram } from '../storage/support/compiledProgram.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { checkLedger } from './support/checkLedger.ts';

const december = month('2026-12');
const releaseDay = new Date('2026-12-10T08:00:00Z');
const readers = 400;
const codes = Array.from({ length: 300 }, (_, index) => `CODE-${index}`);

let claimingProcess: CompiledProgram;

beforeAll(async () => {
  const source = join(import.meta.dirname, 'support/claimingProcess.ts');
  claimingProcess = await compileProgram(source);
});
afterAll(() => claimingProcess.remove());

/** Opens the folder as the next process would, works, and lets it go again. */
async function withLedger(
  folder: string,
  work: (ledger: CodeLedger) => Promise<void>,
): Promise<void> {
  const dataFolder = await openDataFolder(folder, { kind: 'demo' });
  const ledger = await openFileLedger({
    folder,
    clock: () => releaseDay,
    auditKey: new Uint8Array(32),
  });
  await work(ledger);
  await ledger.close();
  await dataFolder.release();
}

/** Runs the process, kills it after `lines` acknowledged claims, and returns all it told. */
async function claimUntilKilled(folder: string, lines: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [claimingProcess.file, folder, String(readers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: string[] = [];
  const ended = once(child, 'exit');
  const output = createInterface(child.stdout);
  const read = once(output, 'close');
  output.on('line', (line) => {
    told.push(line);
    if (told.length === lines) child.kill('SIGKILL');
  });
  const [, signal] = (await ended) as [number | null, string | null];
  await read;
  expect(signal).toBe('SIGKILL');
  return told;
}

test('a process killed in the middle of claims, again and again, loses nothing and gives nothing twice', async () => {
  const folder = await temporaryFolder();
  await withLedger(folder, async (ledger) => {
    await ledger.importPool(december, codes, releaseDay, 'staff');
  });

  const codeOf = new Map<string, string>();
  for (const lines of [1, 2, 43, 107, 256, 391]) {
    for (const line of await claimUntilKilled(folder, lines)) {
      const [card = '', code = ''] = line.split(' ');
      expect(codeOf.get(card) ?? code).toBe(code);
      codeOf.set(card, code);
    }
    await withLedger(folder, async (ledger) => {
      await checkLedger(ledger, december);
      const stored = new Map(
        (await ledger.claims(december)).map((claim) => [claim.card as string, claim.code]),
      );
      for (const [card, code] of codeOf) expect(stored.get(card)).toBe(code);
    });
  }
  // So that the readers of the last rounds found the pool empty, too.
  expect(codeOf.size).toBe(300);
  expect(new Set(codeOf.values()).size).toBe(300);
});
