import { isThisMachine } from '../http/index.ts';
import { ConfigError } from './configError.ts';

const modes = ['verify-full', 'disable'];

/**
 * The address with a stated `sslmode`: none on this machine, else `verify-full`, unless the operator
 * says otherwise. Modes that look like protection and check nobody are refused. Throws a `ConfigError`,
 * which never holds the address: there is a password in it.
 */
export function databaseUrl(text: string): string {
  if (!URL.canParse(text)) throw invalid('write postgres://user:password@host/database');
  const url = new URL(text);
  if (!['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw invalid('write postgres://user:password@host/database');
  }
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && !modes.includes(mode)) {
    throw invalid(
      'write sslmode=verify-full (with sslrootcert=FILE for an authority of your own), or ' +
        'sslmode=disable where nobody else reaches the network between bot and database',
    );
  }
  if (mode === null) url.searchParams.set('sslmode', isHere(url) ? 'disable' : 'verify-full');
  return url.href;
}

/** This machine, or a socket in its file system, which stands in `host` or instead of a host name. */
function isHere(url: URL): boolean {
  const host = (url.searchParams.get('host') ?? decodeURIComponent(url.hostname)) || '/';
  return host.startsWith('/') || isThisMachine(host);
}

function invalid(what: string): ConfigError {
  return new ConfigError(
    'CONFIG_DATABASE_URL',
    `DATABASE_URL: ${what}. Correct it and start again.`,
  );
}
