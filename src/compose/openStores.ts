import type { Clock } from '../clock.ts';
import type { Config } from '../config/index.ts';
import type { Log } from '../log.ts';
import { nodeDisk, openDataFolder, openServerSecret, type Disk } from '../storage/index.ts';
import { openDatabaseStores } from './openDatabaseStores.ts';
import { openFileStores } from './openFileStores.ts';
import type { Stores } from './stores.ts';

/**
 * Opens what is kept: in the data folder, or with a `databaseUrl` in the database, where the folder
 * only holds what is this instance's own. Rejects with a coded error when it cannot be used.
 */
export async function openStores(
  config: Config,
  clock: Clock,
  log: Log,
  disk: Disk = nodeDisk,
): Promise<Stores> {
  const folder = await openDataFolder(config.dataFolder, { kind: config.kind });
  try {
    const secret = await openServerSecret(folder.path, config.serverSecret);
    return config.databaseUrl === null
      ? await openFileStores(folder, secret, clock, log, disk)
      : await openDatabaseStores(config.databaseUrl, folder, secret, clock, log);
  } catch (error) {
    await folder.release();
    throw error;
  }
}
