import type { Clock } from '../clock.ts';
import { ConfigError, type Config } from '../config/index.ts';
import { isLoopback } from '../http/index.ts';
import {
  openDemoOverSip2,
  openLibrarySystem,
  type LibrarySettings,
  type LibrarySystem,
  type LibrarySystemOptions,
} from '../library/index.ts';
import type { Log } from '../log.ts';
import type { Stores } from './stores.ts';

/** Refuses demo readers where real ones come, and real readers where anybody may pretend to be one. */
export function refuseUnsafeSystem(
  config: Config,
  { system, koha, sip2 }: LibrarySettings & { readonly sip2?: { readonly host: string } },
): void {
  if (config.kind === 'library' && system === 'demo') {
    throw new ConfigError(
      'CONFIG_DEMO_IN_PRODUCTION',
      'manifest/library.yml has "system: demo", whose passwords are public. Name a real library ' +
        'system, or leave NODE_ENV=production out.',
    );
  }
  if (config.kind === 'demo' && sip2 && !isLoopback(sip2.host)) {
    throw new ConfigError(
      'CONFIG_REAL_SYSTEM_IN_DEMO',
      'manifest/library.yml names a SIP2 system on another machine, and the demo believes any ' +
        'sender. Set NODE_ENV=production, or try with DEMO_LIBRARY=sip2.',
    );
  }
  if (config.kind === 'demo' && koha && new URL(koha.address).protocol !== 'http:') {
    throw new ConfigError(
      'CONFIG_REAL_SYSTEM_IN_DEMO',
      'manifest/library.yml names a Koha on another machine, and the demo believes any sender. Set ' +
        'NODE_ENV=production, or try with a Koha on http://127.0.0.1.',
    );
  }
}

/** Opens what knows the readers, and logs what keeps it from telling all it should. */
export async function librarySystemOf(
  config: Config,
  settings: LibrarySettings,
  { folder, secret, close }: Pick<Stores, 'folder' | 'secret' | 'close'>,
  clock: Clock,
  log: Log,
): Promise<LibrarySystem> {
  try {
    const options: Omit<LibrarySystemOptions, 'settings'> = {
      credentials: { koha: config.koha, sip2Password: config.sip2Password },
      folder: folder.path,
      clock,
      demo: {
        folder: folder.path,
        pepper: Buffer.from(secret.deriveKey('demo-passwords')),
      },
      onSip2Notice: (notice) =>
        log.warn('sip2.notice', typeof notice === 'string' ? { code: notice } : { error: notice }),
      onSnapshotDamaged: (error) => log.error('snapshot.damaged', { error }),
    };
    const isOverSip2 = config.kind === 'demo' && config.demoLibrary === 'sip2';
    const system = isOverSip2
      ? await openDemoOverSip2(options)
      : await openLibrarySystem({ ...options, settings });
    // Not waited for: a library system that is down keeps nobody from reading the FAQ.
    void system.inspect().then((problems) => {
      for (const { code } of problems) log.warn('library.limited', { code });
    });
    return system;
  } catch (error) {
    await close();
    throw error;
  }
}
