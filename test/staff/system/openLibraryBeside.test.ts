import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readConfig } from '../../../src/config/index.ts';
import { openLibraryBeside } from '../../../src/staff/system/openLibraryBeside.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import { now } from '../support/staffDesk.ts';

async function configOfOwnMachine() {
  const dataFolder = await temporaryFolder();
  // `tmpdir` reads it.
  vi.stubEnv('TMPDIR', await temporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
  return readConfig({ DATA_DIR: dataFolder }, { root: process.cwd() });
}

test('a look at the demo beside the bot leaves no file behind', async () => {
  const config = await configOfOwnMachine();
  const { accounts } = await openLibraryBeside(config, { system: 'demo' }, () => now);
  expect(await accounts.authenticate('901001', 'nobody')).toEqual({ outcome: 'refused' });
  await accounts.close();
  expect(await readdir(tmpdir())).toEqual([]);
  expect(await readdir(config.dataFolder)).toEqual([]);
});

test('a system that cannot be opened leaves no file behind', async () => {
  const config = await configOfOwnMachine();
  const opened = openLibraryBeside(config, { system: 'koha' }, () => now);
  await expect(opened).rejects.toThrow('Add the section "koha:"');
  expect(await readdir(tmpdir())).toEqual([]);
});
