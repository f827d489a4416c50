import { isIP } from 'node:net';
import { z } from 'zod';
import { isThisMachine } from '../http/index.ts';
import { ConfigError } from './configError.ts';
import { networkList } from './networkList.ts';

/** Where the server listens, and where readers find it. */
export type ReachConfig = {
  readonly host: string;
  readonly port: number;
  /** The origin under which readers reach the server, without a slash at the end. */
  readonly publicUrl: string;
};

export const reachVariables = {
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3978),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((text) => isOrigin(text), 'write the address without path, user or query')
    .optional(),
  TRUSTED_PROXIES: networkList,
};

type Variables = z.output<z.ZodObject<typeof reachVariables>>;

/** The demo is reached from this machine only. Throws a `ConfigError` for whatever would open it. */
export function demoReach(env: Variables): ReachConfig {
  const refuse = (variable: string): never => {
    throw new ConfigError(
      'CONFIG_DEMO_EXPOSED',
      `${variable}: the demo believes any sender and its passwords are public, so it runs on a ` +
        'loopback address only. Take the variable out, or set NODE_ENV=production.',
    );
  };
  if (!isThisMachine(env.HOST)) refuse('HOST');
  if (env.PUBLIC_URL && !isThisMachine(new URL(env.PUBLIC_URL).hostname)) refuse('PUBLIC_URL');
  if (env.TRUSTED_PROXIES.length > 0) refuse('TRUSTED_PROXIES');
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: originOf(env.PUBLIC_URL ?? `http://${inAddress(env.HOST)}:${env.PORT}`),
  };
}

/** A library is reached over https through a known proxy. Throws a `ConfigError` when it is not. */
export function libraryReach(
  env: Variables,
): ReachConfig & { readonly trustedProxies: readonly string[] } {
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
    host: env.HOST,
    port: env.PORT,
    publicUrl: originOf(env.PUBLIC_URL),
    trustedProxies: env.TRUSTED_PROXIES,
  };
}

function inAddress(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}

/** As a browser writes it in the `Origin` header. */
function originOf(address: string): string {
  return new URL(address).origin;
}
