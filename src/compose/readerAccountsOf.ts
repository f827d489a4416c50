import type { Clock } from '../clock.ts';
import { ConfigError, type Config } from '../config/index.ts';
import { openDemoLibrary, type ReaderAccounts } from '../library/index.ts';
import type { Stores } from './openStores.ts';

/** Refuses a system that nothing here speaks with, and the demo where real readers would meet it. */
export function refuseUnsafeSystem(config: Config, system: string): void {
  if (system !== 'demo') {
    throw new ConfigError(
      'CONFIG_UNKNOWN_SYSTEM',
      `manifest/library.yml: nothing here speaks with the library system "${system}". Name one ` +
        'that exists: demo.',
    );
  }
  if (config.kind === 'library' && system === 'demo') {
    throw new ConfigError(
      'CONFIG_DEMO_IN_PRODUCTION',
      'manifest/library.yml has "system: demo", whose passwords are public. Name a real library ' +
        'system, or leave NODE_ENV=production out.',
    );
  }
}

/** Opens the library system that knows the readers. */
export function readerAccountsOf(
  { folder, secret }: Pick<Stores, 'folder' | 'secret'>,
  clock: Clock,
): Promise<ReaderAccounts> {
  return openDemoLibrary({
    folder: folder.path,
    clock,
    pepper: Buffer.from(secret.deriveKey('demo-passwords')),
  });
}
