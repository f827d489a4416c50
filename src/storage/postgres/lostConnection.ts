import { StorageError } from '../storageError.ts';

/**
 * True for an error after which nobody knows whether the database did what it was asked, and the same
 * question may be asked again.
 */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof StorageError) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // SQLSTATE classes: 08 connection, 57P server going down or coming up, 53 out of resources.
  return (
    /^(08|57P|53)/.test(code) ||
    /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|EHOST|ENET)/.test(code) ||
    /terminated|timeout|not queryable|connection/i.test(error.message)
  );
}

/** True for whatever a caller gets while the database does not take part. */
export function isDatabaseAway(error: unknown): boolean {
  return (
    isLostConnection(error) || (error instanceof StorageError && error.code === 'DATABASE_AWAY')
  );
}

/** Seconds after which whoever met with `isDatabaseAway` may come again. */
export const tryAgainAfter = 5;

/** Of a question that was not asked at all, because nobody has answered for a while. */
export function databaseAway(): StorageError {
  return new StorageError(
    'DATABASE_AWAY',
    'The database does not take part now.',
    'Look at PostgreSQL and the network to it; the bot goes on by itself.',
  );
}
