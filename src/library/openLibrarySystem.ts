import type { Clock } from '../clock.ts';
import type { AccountFactName } from '../rules/index.ts';
import { composeAccounts } from './composeAccounts.ts';
import { openDemoLibrary } from './demo/demoLibrary.ts';
import type { SourceOrder } from './factSource.ts';
import { openKoha, type KohaCredentials, type KohaSettings } from './koha/index.ts';
import { LibrarySystemError } from './librarySystemError.ts';
import type { ReaderAccounts, SystemInspection } from './readerAccounts.ts';
import { openSip2, sip2Settings, type Sip2Options, type Sip2Settings } from './sip2/index.ts';
import { sourceOrder, untoldFacts, untoldProblem } from './sourceOrder.ts';
import { openSnapshot, snapshotSource, type SnapshotSource } from './snapshot/index.ts';

/** What the manifest says about where readers' accounts are. */
export type LibrarySettings = {
  /** The system that checks card and password. */
  readonly system: string;
  /** Where a fact is read, the most trusted source first. Default: the system, then the snapshot. */
  readonly facts?: Readonly<Partial<Record<AccountFactName, readonly string[]>>>;
  readonly koha?: KohaSettings;
  /** As it stands in the manifest; read by `sip2SettingsOf`. */
  readonly sip2?: unknown;
  readonly snapshot?: { readonly maximumAgeDays: number };
};

export type LibrarySystemOptions = {
  readonly settings: LibrarySettings;
  /** What may not stand in the manifest; `null` when not given. */
  readonly credentials: {
    readonly koha: KohaCredentials | null;
    readonly sip2Password?: string | null;
  };
  /** The data folder. */
  readonly folder: string;
  readonly clock: Clock;
  /** Where the demo keeps its file, and the pepper of its passwords; see `openDemoLibrary`. */
  readonly demo: { readonly folder: string; readonly pepper: Uint8Array };
  readonly onSnapshotDamaged?: (error: unknown) => void;
  /** Told of every failure of a SIP2 system, with what only its operator needs to know. */
  readonly onSip2Notice?: Sip2Options['onNotice'];
};

/** Everything that knows about readers, as one. A fact is untold when no source of its order tells it. */
export type LibrarySystem = SystemInspection & {
  readonly accounts: ReaderAccounts;
  readonly order: SourceOrder;
  /** `null` where the manifest names none. */
  readonly snapshot: SnapshotSource | null;
};

/** Without an inspection, a system tells everything. */
type OpenedSystem = ReaderAccounts & Partial<SystemInspection>;

/**
 * Opens the systems that the manifest names and combines them. Rejects with a `LibrarySystemError` when
 * the manifest asks for something that is not there. A system that does not answer is no error: the bot
 * starts without it, and says what it cannot tell.
 */
export async function openLibrarySystem(options: LibrarySystemOptions): Promise<LibrarySystem> {
  const { settings, clock, folder } = options;
  const order = sourceOrder(settings);
  const main = await openSystem(settings.system, options);
  const others = await Promise.all(
    [...new Set(Object.values(order).flat())]
      .filter((name) => name !== settings.system && name !== snapshotSource)
      .map((name) => openSystem(name, options)),
  );
  const snapshot =
    settings.snapshot &&
    openSnapshot({
      folder,
      clock,
      maximumAgeDays: settings.snapshot.maximumAgeDays,
      ...(options.onSnapshotDamaged && { onDamaged: options.onSnapshotDamaged }),
    });
  const systems = [main, ...others];
  const untoldBy = new Map(systems.map((one) => [one.system, one.untold ?? []]));
  const untold = untoldFacts(order, untoldBy);
  const accounts = composeAccounts(
    main,
    [
      ...others.map(({ system: name, facts }) => ({ name, facts })),
      ...(snapshot ? [snapshot] : []),
    ],
    order,
  );
  return {
    accounts: {
      ...accounts,
      close: async () => void (await Promise.all([accounts, ...others].map((one) => one.close()))),
    },
    order,
    untold,
    snapshot: snapshot ?? null,
    async inspect() {
      const inspected = systems.map((one) => one.inspect?.() ?? Promise.resolve([]));
      return [...untold.map(untoldProblem), ...(await Promise.all(inspected)).flat()];
    },
    async remarks(card) {
      const remarks = systems.map((one) => one.remarks?.(card) ?? Promise.resolve([]));
      return (await Promise.all(remarks)).flat();
    },
  };
}

function openSystem(name: string, options: LibrarySystemOptions): Promise<OpenedSystem> {
  switch (name) {
    case 'demo':
      return openDemoLibrary({ ...options.demo, clock: options.clock });
    case 'koha':
      return Promise.resolve(openKoha({ ...kohaOf(options), clock: options.clock }));
    case 'sip2':
      return Promise.resolve(openSip2(sip2OptionsOf(options)));
    default:
      throw new LibrarySystemError(
        'LIBRARY_UNKNOWN_SYSTEM',
        `manifest/library.yml: nothing here speaks with the library system "${name}". Name one that ` +
          'exists: demo, koha, sip2.',
      );
  }
}

function kohaOf({ settings, credentials }: LibrarySystemOptions): KohaSettings & KohaCredentials {
  if (!settings.koha) {
    throw new LibrarySystemError(
      'LIBRARY_NO_SETTINGS',
      'manifest/library.yml names koha, and does not say where it is. Add the section "koha:".',
    );
  }
  if (!credentials.koha) {
    throw new LibrarySystemError(
      'LIBRARY_NO_CREDENTIALS',
      'KOHA_CLIENT_ID and KOHA_CLIENT_SECRET: Koha lets nobody in without them. Make an API key in ' +
        'Koha and set both.',
    );
  }
  return { ...settings.koha, ...credentials.koha };
}

function sip2OptionsOf({
  settings,
  credentials,
  clock,
  onSip2Notice: onNotice,
}: LibrarySystemOptions): Sip2Options {
  const { sip2Password: loginPassword } = credentials;
  const sip2 = sip2SettingsOf(settings.sip2);
  if (sip2.login && !loginPassword) {
    throw new LibrarySystemError(
      'LIBRARY_NO_CREDENTIALS',
      'SIP2_PASSWORD: manifest/library.yml names a SIP2 user, who needs a password. Set it.',
    );
  }
  return {
    settings: sip2,
    clock,
    ...(loginPassword && { loginPassword }),
    ...(onNotice && { onNotice }),
  };
}

function sip2SettingsOf(section: unknown): Sip2Settings {
  if (section === undefined) {
    throw new LibrarySystemError(
      'LIBRARY_NO_SETTINGS',
      'manifest/library.yml names sip2, and does not say where it is. Add the section "sip2:".',
    );
  }
  const { success, data, error } = sip2Settings.safeParse(section);
  if (success) return data;
  const [issue] = error.issues;
  throw new LibrarySystemError(
    'LIBRARY_SETTINGS_INVALID',
    `manifest/library.yml, sip2.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}. ` +
      'src/library/sip2/README.md lists what may stand there.',
  );
}
