import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isThisMachine } from '../http/index.ts';
import type { LogLevel } from '../log.ts';
import { azureConfig, azureVariables, type AzureConfig } from './azureConfig.ts';
import { ConfigError } from './configError.ts';
import { databaseUrl } from './databaseUrl.ts';
import { demoConfig, demoVariables, refuseRehearsal, type DemoConfig } from './demoConfig.ts';
import { kohaConfig, kohaVariables, type KohaConfig } from './kohaConfig.ts';
import { messengerConfig, messengerVariables, type MessengerConfig } from './messengerConfig.ts';
import { networkList, refuseWideNetworks } from './networkList.ts';
import { openIdConfig, openIdVariables, type OpenIdConfig } from './openIdConfig.ts';
import { demoReach, libraryReach, reachVariables, type ReachConfig } from './reachConfig.ts';
import { secretConfig, secretVariables, type SecretConfig } from './secretConfig.ts';

/** Where the program's own files lie, given by whoever starts it: `dist` is deeper than `src`. */
export type ProgramFolders = { readonly root: string };

type Common = ReachConfig & {
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
  readonly serverSecret: SecretConfig | null;
  /** Only with an app id does an Azure channel exist. */
  readonly azure: AzureConfig | null;
  /** Only with a Page does the bot speak on Messenger by itself. */
  readonly messenger: MessengerConfig | null;
  /** Where readers prove who they are; `null`: by card and password on our own page. */
  readonly openId: OpenIdConfig | null;
  /** The bot's own access to a Koha; `null` when not given. */
  readonly koha: KohaConfig | null;
  /** Of the bot's own SIP2 account; `null` when not given. */
  readonly sip2Password: string | null;
};

/** `demo` serves fictional readers on loopback only; `library` serves a real library. */
export type Config =
  | (Common & DemoConfig & { readonly kind: 'demo' })
  | (Common & {
      readonly kind: 'library';
      /** Addresses of reverse proxies whose `X-Forwarded-For` is believed. */
      readonly trustedProxies: readonly string[];
    });

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies LogLevel[];

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production']).default('development'),
  ...reachVariables,
  DATA_DIR: z.string().min(1).default('data'),
  MANIFEST_DIR: z.string().min(1).default('manifest'),
  ...demoVariables,
  DATABASE_URL: z.string().optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  LIBRARY_NETWORKS: networkList,
  ...secretVariables,
  ...openIdVariables,
  ...kohaVariables,
  SIP2_PASSWORD: z.string().optional(),
  ...azureVariables,
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
  return {
    kind: 'demo',
    ...demoReach(env),
    ...demoConfig(env),
    ...common(env, root, isThisMachine),
    // Instances on one database must have the same, and so must a folder that was moved out of one.
    serverSecret: secretConfig(env, { isNeeded: false }),
  };
}

function library(env: Environment, root: string): Config {
  refuseRehearsal(env);
  return {
    kind: 'library',
    ...libraryReach(env),
    ...common(env, root, null),
    serverSecret: secretConfig(env, { isNeeded: env.DATABASE_URL !== undefined }),
  };
}

/** `isRehearsalHost` names hosts that may stand in for others without https; `null`: none. */
function common(
  env: Environment,
  root: string,
  isRehearsalHost: ((host: string) => boolean) | null,
): Omit<Common, keyof ReachConfig | 'serverSecret'> {
  return {
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
    azure: azureConfig(env),
    messenger: messengerConfig(env, isRehearsalHost),
    openId: openIdConfig(env, isRehearsalHost),
    koha: kohaConfig(env),
    sip2Password: env.SIP2_PASSWORD ?? null,
  };
}
