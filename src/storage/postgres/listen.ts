import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from './database.ts';

export type Listening = {
  readonly onNews: (text: string) => void;
  /** Called when a lost connection is back: news may have been missed. */
  readonly onGap: () => void;
};

const again = 500;

/** Hears what is notified on `channel`, over a connection of its own. Returns what ends it. */
export async function listen(
  { url }: Pick<Database, 'url'>,
  channel: string,
  { onNews, onGap }: Listening,
): Promise<() => Promise<void>> {
  let isClosed = false;
  let client = await connect();

  async function connect(): Promise<Client> {
    const next = new Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      application_name: 'legimi-chatbot',
    });
    next.on('error', () => undefined);
    next.on('notification', ({ payload }) => onNews(payload ?? ''));
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    next.once('end', () => void reconnect());
    return next;
  }

  async function reconnect(): Promise<void> {
    while (!isClosed) {
      await pause(again, undefined, { ref: false });
      if (isClosed) return;
      try {
        client = await connect();
        return onGap();
      } catch {
        // The database is still away; the pool's users tell the operator.
      }
    }
  }

  return async () => {
    isClosed = true;
    await client.end();
  };
}
