import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { startPostgres, type PostgresServer } from '../../../scripts/postgres.mjs';
import {
  migrate,
  openDatabase,
  type Database,
  type DatabaseOptions,
} from '../../../src/storage/index.ts';

export type TestServer = {
  /** The server itself, for tests that make it fall. */
  server(): PostgresServer;
  /** Address of a new empty database. */
  newDatabase(): Promise<string>;
};

/** A PostgreSQL of the test file's own. */
export function postgresForTests(): TestServer {
  let running: PostgresServer | null = null;
  const server = (): PostgresServer => {
    if (!running) throw new Error('The server runs during tests only.');
    return running;
  };

  beforeAll(async () => {
    running = await startPostgres();
  });
  afterAll(async () => {
    await running?.stop();
  });

  return {
    server,
    async newDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const client = new Client({ connectionString: server().url() });
      await client.connect();
      await client.query(`create schema ${name}`);
      await client.end();
      // A schema is made in a moment, and whoever connects with it sees no other.
      return `${server().url()}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
    },
  };
}

/** A migrated connection that ends with the test. */
export async function connected(url: string, options?: DatabaseOptions): Promise<Database> {
  const database = await openDatabase(url, options);
  onTestFinished(() => database.close());
  await migrate(database, 'demo');
  return database;
}
