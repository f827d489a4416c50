import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { StorageError } from '../storageError.ts';

/** One PostgreSQL database, with lost connections replaced by new ones. */
export type Database = {
  /** The rows. Rejects with the driver's error; then a write may or may not have happened. */
  query<Row extends QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
  /**
   * As `query`, for a statement that may run twice without harm: repeated for some seconds when the
   * connection is lost, so that a restart of the server passes unnoticed.
   */
  idempotent: Database['query'];
  /** All that `work` does on its one connection, or nothing. */
  transaction<Result>(work: (query: Database['query']) => Promise<Result>): Promise<Result>;
  /** For connections of another kind, such as those that listen. */
  readonly url: string;
  close(): Promise<void>;
};

/** Below the time a reader's window waits for an answer. */
const answerWithin = 10_000;
const connectWithin = 3_000;
/** Milliseconds before each further try; four seconds in all. */
const waits = [50, 150, 300, 500, 1_000, 2_000];

export type DatabaseOptions = {
  readonly connections?: number;
  /** Told of connections that broke while nobody used them. */
  readonly onLost?: (error: unknown) => void;
};

/**
 * Connects. Rejects with `DATABASE_UNAVAILABLE` when nobody answers, and with `DATABASE_UNSAFE` when
 * the server does not keep what it acknowledges.
 */
export async function openDatabase(
  url: string,
  { connections = 10, onLost = () => undefined }: DatabaseOptions = {},
): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectWithin,
    query_timeout: answerWithin,
    statement_timeout: answerWithin,
    idle_in_transaction_session_timeout: answerWithin,
    keepAlive: true,
    application_name: 'legimi-chatbot',
  });
  // Without a listener a connection that the server closes would end the process.
  pool.on('error', onLost);
  try {
    await refuseUnsafe(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }

  const query: Database['query'] = async (sql, values = []) =>
    (await pool.query(sql, [...values])).rows;

  return {
    url,
    query,
    idempotent: (sql, values) => repeating(() => query(sql, values)),
    async transaction(work) {
      const client = await pool.connect();
      try {
        const result = await inTransaction(client, work);
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

async function repeating<Result>(work: () => Promise<Result>): Promise<Result> {
  for (const wait of waits) {
    try {
      return await work();
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      await pause(wait);
    }
  }
  return work();
}

async function inTransaction<Result>(
  client: PoolClient,
  work: (query: Database['query']) => Promise<Result>,
): Promise<Result> {
  await client.query('begin');
  const result = await work(
    async (sql, values = []) => (await client.query(sql, [...values])).rows,
  );
  await client.query('commit');
  return result;
}

async function refuseUnsafe(pool: Pool): Promise<void> {
  const settings = await pool
    .query<{ name: string }>(
      "select name from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'off'",
    )
    .catch((error: unknown) => {
      throw new StorageError(
        'DATABASE_UNAVAILABLE',
        'The database of DATABASE_URL does not answer.',
        'Check address, user and password, and that PostgreSQL runs.',
        error,
      );
    });
  const [setting] = settings.rows;
  if (!setting) return;
  throw new StorageError(
    'DATABASE_UNSAFE',
    `The database has "${setting.name}" off, so a power cut takes back what it acknowledged.`,
    `Set ${setting.name} = on in postgresql.conf.`,
  );
}

/** True for an error after which the same question may be asked again: nobody answered it. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // SQLSTATE classes: 08 connection, 57P server going down or coming up, 53 out of resources.
  return (
    /^(08|57P|53)/.test(code) ||
    /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|EHOST|ENET)/.test(code) ||
    /terminated|timeout|not queryable|connection/i.test(error.message)
  );
}
