import { expect, test } from 'vitest';
import { openFileLedger, type CodeLedger } from '../../src/codes/index.ts';
import { openDataFolder } from '../../src/storage/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { checkLedger } from './support/checkLedger.ts';
import {
  claimingProcesses,
  codes,
  december,
  readers,
  releaseDay,
} from './support/claimingProcesses.ts';

const startClaiming = claimingProcesses('claimingProcess.ts');

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

/** Kills the process after `lines` acknowledged claims, and returns all it told. */
async function claimUntilKilled(folder: string, lines: number): Promise<readonly string[]> {
  const claiming = startClaiming(folder, readers);
  await claiming.hasTold(lines);
  expect(await claiming.kill()).toBe('SIGKILL');
  return claiming.told;
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
