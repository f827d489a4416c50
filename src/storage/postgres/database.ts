import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type QueryResultRow } from 'pg';
import { StorageError } from '../storageError.ts';
import { databaseAway, isLostConnection } from './lostConnection.ts';
import { watchOutages } from './outage.ts';

/**
 * One PostgreSQL database, with lost connections replaced by new ones. When nobody has answered for some
 * seconds, every call rejects at once with `DATABASE_AWAY`, unasked, until somebody answers again.
 */
export type Database = {
  /** The rows. Rejects with the driver's error; then a write may or may not have happened. */
  query<Row extends QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
  /**
   * As `query`, for a statement that may run twice without harm: repeated when the connection is lost,
   * so that a restart of the server passes unnoticed.
   */
  idempotent: Database['query'];
  /** All that `work` does on its one connection, or nothing. */
  transaction<Result>(work: (query: Database['query']) => Promise<Result>): Promise<Result>;
  /** True while calls reject unasked. */
  isAway(): boolean;
  /** For connections of another kind, such as those that listen. */
  readonly url: string;
  close(): Promise<void>;
};

/** Below the time a reader's window waits for an answer. */
const answerWithin = 10_000;
const connectWithin = 3_000;
/** Milliseconds before each further try; the last one again and again. */
const waits = [50, 150, 300, 500];
/** Milliseconds that a restart of the server may take. A reader is not left waiting for longer. */
const restartTakes = 4_000;

export type DatabaseOptions = {
  readonly connections?: number;
  /** Told of connections that broke while nobody used them. */
  readonly onLost?: (error: unknown) => void;
  /** Told when the database has been away for longer than a restart takes, and when it is back. */
  readonly onAway?: (isAway: boolean) => void;
  /** Milliseconds a restart may take; what is asked meanwhile waits for its end. */
  readonly patience?: number;
};

/**
 * Connects. Rejects with `DATABASE_UNAVAILABLE` when nobody answers, and with `DATABASE_UNSAFE` when
 * the server does not keep what it acknowledges.
 */
export async function openDatabase(
  url: string,
  {
    connections = 10,
    onLost = () => undefined,
    onAway = () => undefined,
    patience = restartTakes,
  }: DatabaseOptions = {},
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

  const outage = watchOutages({
    probe: () => pool.query('select 1'),
    patience,
    onChange: onAway,
  });

  async function noticing<Result>(work: () => Promise<Result>): Promise<Result> {
    if (outage.isLong()) throw databaseAway();
    try {
      const result = await work();
      outage.isOver();
      return result;
    } catch (error) {
      if (isLostConnection(error)) outage.noticed();
      throw error;
    }
  }

  // An outage ends it first, unless others are answered while this one is not, again and again.
  const mostTries = waits.length + Math.ceil(patience / 500);

  async function repeating<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await noticing(work);
      } catch (error) {
        if (!isLostConnection(error) || tries + 1 >= mostTries) throw error;
        await pause(waits[tries] ?? waits.at(-1));
      }
    }
  }

  const query: Database['query'] = async (sql, values = []) =>
    (await pool.query(sql, [...values])).rows;

  return {
    url,
    query: (sql, values) => noticing(() => query(sql, values)),
    idempotent: (sql, values) => repeating(() => query(sql, values)),
    isAway: () => outage.isLong(),
    transaction: (work) => noticing(() => inTransaction(pool, work)),
    async close() {
      outage.close();
      await pool.end();
    },
  };
}

async function inTransaction<Result>(
  pool: Pool,
  work: (query: Database['query']) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(
      async (sql, values = []) => (await client.query(sql, [...values])).rows,
    );
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function refuseUnsafe(pool: Pool): Promise<void> {
  const settings = await pool
    .query<{ name: string }>(
      "select name from pg_settings where name in ('fsync', 'synchronous_commit') and setting = 'off'",
    )
    .catch((error: unknown) => {
      throw new StorageError(
        'DATABASE_UNAVAILABLE',
        `The database of DATABASE_URL cannot be reached: ${spokenBy(error)}.`,
        'Check address, user, password and name of the database, and that PostgreSQL runs.',
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

/** The driver's and the server's words before anything was asked: no row can be in them, nor the password. */
function spokenBy(error: unknown): string {
  // Several addresses of one name failed: the words are those of the first.
  if (error instanceof AggregateError && error.errors.length > 0) return spokenBy(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
