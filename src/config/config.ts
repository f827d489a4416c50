import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { databaseUrl } from './databaseUrl.ts';
import { ConfigError } from './configError.ts';
import { messengerConfig, messengerVariables, type MessengerConfig } from './messengerConfig.ts';
import { openIdConfig, openIdVariables, type OpenIdConfig } from './openIdConfig.ts';
import type { LogLevel } from '../log.ts';
import { networkTest, TrustedProxyError } from '../http/index.ts';
import { calendarDay, instantAt } from '../rules/index.ts';

/** Where the program's own files lie, given by whoever starts it: `dist` is deeper than `src`. */
export type ProgramFolders = { readonly root: string };

type Common = {
  readonly host: string;
  readonly port: number;
  /** The origin under which readers reach the server, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataFolder: string;
  readonly localeFolder: string;
  readonly manifestFolder: string;
  readonly assetsFolder: string;
  readonly modelFile: string;
  /** Where machines that watch the bot ask it; `null` when none do. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly logLevel: LogLevel;
  /** Networks whose readers share one address: library computers. Limits are ten times wider. */
  readonly libraryNetworks: readonly string[];
  /** A PostgreSQL that several instances may share; `null` keeps everything in the data folder. */
  readonly databaseUrl: string | null;
  /** Replaces the secret that is otherwise created in the data folder. */
  readonly serverSecret: ConfiguredSecret | null;
  /** Only with an app id does an Azure channel exist. */
  readonly azure: AzureConfig | null;
  /** Only with a Page does the bot speak on Messenger by itself. */
  readonly messenger: MessengerConfig | null;
  /** Where readers prove who they are; `null`: by card and password on our own page. */
  readonly openId: OpenIdConfig | null;
  /** The bot's own access to a Koha; `null` when not given. */
  readonly koha: { readonly clientId: string; readonly clientSecret: string } | null;
  /** Of the bot's own SIP2 account; `null` when not given. */
  readonly sip2Password: string | null;
};

/** `demo` serves fictional readers on loopback only; `library` serves a real library. */
export type Config =
  | (Common & {
      readonly kind: 'demo';
      /** The moment at which the rehearsal clock starts; `null` for the real time. */
      readonly demoNow: Date | null;
      /** Whether the demo's readers are asked directly, or over SIP2 from a server in this process. */
      readonly demoLibrary: DemoLibrary;
    })
  | (Common & {
      readonly kind: 'library';
      /** Addresses of reverse proxies whose `X-Forwarded-For` is believed. */
      readonly trustedProxies: readonly string[];
    });

/** `previous` still checks what it made before the change: tokens of open chats, forms, codes. */
export type ConfiguredSecret = { readonly current: string; readonly previous: string | null };

export type AzureConfig = {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string | null;
};

/** Different characters of a secret; "openssl rand -hex 32" has all sixteen. */
const fewestDifferent = 10;
/** Bits of the widest network that somebody can own; a wider one holds strangers. */
const widestNetwork = { 4: 8, 6: 7 };

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies LogLevel[];

const demoLibraries = ['direct', 'sip2'] as const;
export type DemoLibrary = (typeof demoLibraries)[number];

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []));

const networks = list.superRefine((entries, context) => {
  try {
    networkTest(entries);
  } catch (error) {
    if (!(error instanceof TrustedProxyError)) throw error;
    context.addIssue('write addresses or networks such as 10.0.0.0/8');
  }
});

const secret = z
  .string()
  .min(32, 'use at least 32 random characters')
  .refine((text) => new Set(text).size >= fewestDifferent, 'use random characters');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3978),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((text) => isOrigin(text), 'write the address without path, user or query')
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  MANIFEST_DIR: z.string().min(1).default('manifest'),
  DEMO_NOW: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'write YYYY-MM-DDTHH:MM, the time in the library')
    .optional(),
  DEMO_LIBRARY: z.enum(demoLibraries).default('direct'),
  DATABASE_URL: z.string().optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  TRUSTED_PROXIES: networks,
  LIBRARY_NETWORKS: networks,
  SERVER_SECRET: secret.optional(),
  SERVER_SECRET_PREVIOUS: secret.optional(),
  ...openIdVariables,
  KOHA_CLIENT_ID: z.string().optional(),
  KOHA_CLIENT_SECRET: z.string().optional(),
  SIP2_PASSWORD: z.string().optional(),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  ...messengerVariables,
});

type Environment = z.output<typeof environment>;

/**
 * Reads the configuration, the only place that does. Throws a `ConfigError` that names the variable
 * and what to write, also for combinations that would let a stranger in.
 */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
  { root }: ProgramFolders,
): Config {
  // A variable that is set to nothing counts as not set: systemd and compose files write it so.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(
      'CONFIG_INVALID',
      `${String(issue?.path[0])}: ${issue?.message ?? 'not valid'}. Correct it and start again.`,
    );
  }
  const env = parsed.data;
  refuseWideNetworks('TRUSTED_PROXIES', env.TRUSTED_PROXIES);
  refuseWideNetworks('LIBRARY_NETWORKS', env.LIBRARY_NETWORKS);
  return Object.freeze(env.NODE_ENV === 'production' ? library(env, root) : demo(env, root));
}

function demo(env: Environment, root: string): Config {
  const refuse = (variable: string): never => {
    throw new ConfigError(
      'CONFIG_DEMO_EXPOSED',
      `${variable}: the demo believes any sender and its passwords are public, so it runs on a ` +
        'loopback address only. Take the variable out, or set NODE_ENV=production.',
    );
  };
  if (!isLoopback(env.HOST)) refuse('HOST');
  if (env.PUBLIC_URL && !isLoopback(new URL(env.PUBLIC_URL).hostname)) refuse('PUBLIC_URL');
  if (env.TRUSTED_PROXIES.length > 0) refuse('TRUSTED_PROXIES');
  return {
    ...common(env, root),
    // Alone it makes its own; instances on one database must have the same.
    serverSecret: env.DATABASE_URL ? configuredSecret(env) : null,
    kind: 'demo',
    demoNow: env.DEMO_NOW ? momentOf(env.DEMO_NOW) : null,
    demoLibrary: env.DEMO_LIBRARY,
    publicUrl: originOf(env.PUBLIC_URL ?? `http://${inAddress(env.HOST)}:${env.PORT}`),
  };
}

function library(env: Environment, root: string): Config {
  if (env.DEMO_NOW) {
    throw new ConfigError(
      'CONFIG_DEMO_CLOCK',
      'DEMO_NOW: a real library keeps the real time. Take the variable out.',
    );
  }
  if (env.DEMO_LIBRARY !== 'direct') {
    throw new ConfigError(
      'CONFIG_DEMO_LIBRARY',
      'DEMO_LIBRARY: the demo has no place beside real readers. Take the variable out, and name the ' +
        'library system in manifest/library.yml.',
    );
  }
  if (!env.PUBLIC_URL?.startsWith('https://')) {
    throw new ConfigError(
      'CONFIG_NO_PUBLIC_URL',
      'PUBLIC_URL: write the https:// address under which readers reach the chat.',
    );
  }
  if (env.TRUSTED_PROXIES.length === 0) {
    throw new ConfigError(
      'CONFIG_NO_PROXY',
      'TRUSTED_PROXIES: name the address of the proxy that serves https. Without it all readers ' +
        'would share its address, and one who guesses passwords would lock everybody out.',
    );
  }
  return {
    ...common(env, root),
    kind: 'library',
    publicUrl: originOf(env.PUBLIC_URL),
    trustedProxies: env.TRUSTED_PROXIES,
    serverSecret: librarySecret(env),
  };
}

function common(env: Environment, root: string): Omit<Common, 'publicUrl' | 'serverSecret'> {
  return {
    host: env.HOST,
    port: env.PORT,
    dataFolder: resolve(root, env.DATA_DIR),
    localeFolder: join(root, 'locales/pl'),
    manifestFolder: resolve(root, env.MANIFEST_DIR),
    assetsFolder: join(root, 'dist/web'),
    modelFile: join(root, 'dist/intentModel.bin'),
    metrics:
      env.METRICS_PORT === undefined ? null : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    logLevel: env.LOG_LEVEL,
    libraryNetworks: env.LIBRARY_NETWORKS,
    databaseUrl: env.DATABASE_URL ? databaseUrl(env.DATABASE_URL) : null,
    azure: azure(env),
    messenger: messenger(env),
    openId: openIdConfig(env, env.NODE_ENV === 'production' ? null : isLoopback),
    koha: koha(env),
    sip2Password: env.SIP2_PASSWORD ?? null,
  };
}

function librarySecret(env: Environment): ConfiguredSecret | null {
  const configured = configuredSecret(env);
  if (configured || !env.DATABASE_URL) return configured;
  throw new ConfigError(
    'CONFIG_NO_SECRET',
    'SERVER_SECRET: instances on one database need the same secret. Set it to the output of ' +
      '"openssl rand -hex 32" in all of them.',
  );
}

function configuredSecret(env: Environment): ConfiguredSecret | null {
  const { SERVER_SECRET: current, SERVER_SECRET_PREVIOUS: previous = null } = env;
  if (previous !== null && (current === undefined || current === previous)) {
    throw new ConfigError(
      'CONFIG_SECRET_UNCHANGED',
      'SERVER_SECRET_PREVIOUS: the old secret stands here while SERVER_SECRET holds a new one. ' +
        'Set a new SERVER_SECRET, or take this variable out.',
    );
  }
  return current === undefined ? null : { current, previous };
}

function refuseWideNetworks(variable: string, entries: readonly string[]): void {
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/');
    const widest = isIP(address) === 6 ? widestNetwork[6] : widestNetwork[4];
    if (prefix === undefined || Number(prefix) >= widest) continue;
    throw new ConfigError(
      'CONFIG_NETWORK_TOO_WIDE',
      `${variable}: ${entry} holds strangers, who could pretend any address or guess without a ` +
        'limit. Name your own networks only.',
    );
  }
}

function azure(env: Environment): AzureConfig | null {
  if (!env.MICROSOFT_APP_ID) {
    if (!env.MICROSOFT_APP_PASSWORD && !env.MICROSOFT_APP_TENANT_ID) return null;
    throw new ConfigError(
      'CONFIG_NO_APP_ID',
      'MICROSOFT_APP_ID: a password or tenant without an app id opens no channel. Set the app id, ' +
        'or take the others out.',
    );
  }
  if (!env.MICROSOFT_APP_PASSWORD) {
    throw new ConfigError(
      'CONFIG_NO_APP_PASSWORD',
      'MICROSOFT_APP_PASSWORD: an app id needs its password. Set both, or neither.',
    );
  }
  return {
    appId: env.MICROSOFT_APP_ID,
    appPassword: env.MICROSOFT_APP_PASSWORD,
    tenantId: env.MICROSOFT_APP_TENANT_ID ?? null,
  };
}

function messenger(env: Environment): MessengerConfig | null {
  const page = messengerConfig(env, env.NODE_ENV === 'production' ? null : isLoopback);
  if (page && env.MICROSOFT_APP_ID) {
    throw new ConfigError(
      'CONFIG_TWO_MESSENGERS',
      'FACEBOOK_PAGE_ID: with MICROSOFT_APP_ID the Page is reached through Azure, and readers would ' +
        'be answered twice. Take the FACEBOOK_ variables or the MICROSOFT_ ones out.',
    );
  }
  return page;
}

function koha({ KOHA_CLIENT_ID: clientId, KOHA_CLIENT_SECRET: clientSecret }: Environment) {
  if (clientId && clientSecret) return { clientId, clientSecret };
  if (!clientId && !clientSecret) return null;
  throw new ConfigError(
    'CONFIG_KOHA_HALF',
    'KOHA_CLIENT_ID and KOHA_CLIENT_SECRET: Koha needs both. Set both, or neither.',
  );
}

function momentOf(wallTime: string): Date {
  const [day = '', time = ''] = wallTime.split('T');
  try {
    return instantAt(calendarDay(day), time);
  } catch (cause) {
    throw new ConfigError('CONFIG_INVALID', `DEMO_NOW: there is no ${wallTime}.`, { cause });
  }
}

function inAddress(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}

/** OpenID Connect Discovery 3. */
function originOf(address: string): string {
  return new URL(address).origin;
}

function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
