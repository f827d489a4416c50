import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config/index.ts';
import {
  openDemoOverSip2,
  openLibrarySystem,
  type LibrarySettings,
  type LibrarySystem,
} from '../../library/index.ts';

/**
 * The configured library system, opened beside the running bot. The demo's own file belongs to that
 * bot, so a demo works on a folder of its own, which goes when the accounts are closed.
 */
export async function openLibraryBeside(
  config: Config,
  settings: LibrarySettings,
  clock: Clock,
): Promise<LibrarySystem> {
  const demoFolder = await mkdtemp(join(tmpdir(), 'staff-'));
  const clear = (): Promise<void> => rm(demoFolder, { recursive: true, force: true });
  const options = {
    credentials: { koha: config.koha, sip2Password: config.sip2Password },
    folder: config.dataFolder,
    clock,
    demo: { folder: demoFolder, pepper: randomBytes(32) },
  };
  const isOverSip2 = config.kind === 'demo' && config.demoLibrary === 'sip2';
  try {
    const system = isOverSip2
      ? await openDemoOverSip2(options)
      : await openLibrarySystem({ ...options, settings });
    const { accounts } = system;
    const close = (): Promise<void> => accounts.close().finally(clear);
    return { ...system, accounts: { ...accounts, close } };
  } catch (error) {
    await clear();
    throw error;
  }
}
