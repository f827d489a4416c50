import { spawnSync } from 'node:child_process';
import { readdir, stat, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CompiledProgram } from '../storage/support/compiledProgram.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { checkHistory } from './support/checkHistory.ts';
import { compileMortalProcess, MortalLedger } from './support/mortalLedger.ts';

/** Processes are slow to start where all tests run at once. */
vi.setConfig({ testTimeout: 120_000 });

const cards = Array.from({ length: 400 }, (_, index) => `card-${index}`);

let program: CompiledProgram;
beforeAll(async () => {
  program = await compileMortalProcess();
});
afterAll(() => program.remove());

function backup(from: string, to: string) {
  return spawnSync(process.execPath, ['scripts/backup.mjs', to], {
    env: { ...process.env, DATA_DIR: from },
    encoding: 'utf8',
  });
}

describe('a backup', () => {
  test('made while readers claim, and put back, has every code acknowledged before it', async () => {
    const folder = await temporaryFolder();
    const place = await temporaryFolder();
    const ledger = new MortalLedger(folder, program.file);
    await ledger.inspect(410);
    const claiming = ledger.live({ by: 'kill', after: 2_500 }, { cards, calls: 1e6, together: 2 });
    const copies: { readonly copy: string; readonly acknowledged: number }[] = [];
    await expect.poll(() => ledger.recorder.calls.length, { timeout: 60_000 }).toBeGreaterThan(5);
    for (const name of ['first', 'second', 'third']) {
      const copy = join(place, name);
      const acknowledged = ledger.recorder.calls.length;
      expect(backup(folder, copy)).toMatchObject({ status: 0 });
      copies.push({ copy, acknowledged });
    }
    await claiming;

    for (const { copy, acknowledged } of copies) {
      const restored = new MortalLedger(copy, program.file);
      await restored.inspect();
      const { calls, loads } = ledger.recorder;
      const history = {
        loads,
        sights: restored.recorder.sights.map((sight) => ({ ...sight, at: Infinity })),
        // Those that were answered before the copy was begun.
        calls: calls.slice(0, acknowledged).filter(({ answer }) => answer.outcome === 'issued'),
      };
      expect(history.calls.length).toBeGreaterThan(0);
      expect(checkHistory(history)).toEqual([]);
    }
  });

  test('is readable by its owner only, and leaves chats and sign-ins out', async () => {
    const folder = await temporaryFolder();
    await new MortalLedger(folder, program.file).inspect(3);
    for (const name of ['conversations', 'signin-chats', 'directline']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'one.json'), '{}');
    }
    const copy = join(await temporaryFolder(), 'copy');
    backup(folder, copy);
    expect((await stat(copy)).mode & 0o077).toBe(0);
    expect((await readdir(copy)).sort()).toEqual(['audit', 'data-folder.json', 'ledger']);
  });

  test('is refused over another one, and of a folder that is not there', async () => {
    const folder = await temporaryFolder();
    await new MortalLedger(folder, program.file).inspect(3);
    const copy = join(await temporaryFolder(), 'copy');
    expect(backup(folder, copy).status).toBe(0);
    expect(backup(folder, copy)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/there already/),
    });
    expect(backup(join(folder, 'no'), `${copy}-2`)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/DATA_DIR/),
    });
  });
});
