import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { startStandby, type PostgresServer } from '../../../scripts/postgres.mjs';

/** A second server, without which the first one acknowledges nothing. */
export type Standby = {
  readonly port: number;
  /** It takes the place of the first one, which is gone. Resolves when it can be written to. */
  promote(): Promise<void>;
};

/** Lets a server follow `primary` until the test ends; the primary waits for it with every commit. */
export async function synchronousStandby(primary: PostgresServer): Promise<Standby> {
  const standby = await startStandby(primary.url());
  onTestFinished(() => standby.stop());
  await withClient(primary, async (client) => {
    await client.query("alter system set synchronous_standby_names = '*'");
    await client.query('select pg_reload_conf()');
    const isSynchronous = "select from pg_stat_replication where sync_state = 'sync'";
    while ((await client.query(isSynchronous)).rowCount === 0);
  });
  return {
    port: standby.port,
    promote: () => withClient(standby, (client) => client.query('select pg_promote()')),
  };
}

async function withClient(
  server: PostgresServer,
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  await work(client);
  await client.end();
}
