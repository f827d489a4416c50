import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { keyedQueue } from '../../keyedQueue.ts';
import type { KeyedRecords } from '../keyedRecords.ts';
import { StorageError } from '../storageError.ts';
import type { Database } from './database.ts';

type Stored = { readonly version: string; readonly content: string; readonly expires_at: Date };

const select = 'select version, content, expires_at from records where name = $1 and key = $2';

// Each may be run twice when its answer was lost: it knows its own version again.
const insert = `
  insert into records (name, key, version, expires_at, content) values ($1, $2, $3, $4, $5)
  on conflict (name, key) do update set version = excluded.version
  where records.version = excluded.version
  returning version`;
const put = `
  insert into records (name, key, version, expires_at, content) values ($1, $2, $3, $4, $5)
  on conflict (name, key) do update
  set version = excluded.version, expires_at = excluded.expires_at, content = excluded.content`;
const replace = `
  update records set version = $3, expires_at = $4, content = $5
  where name = $1 and key = $2 and version in ($3, $6) returning version`;
// Not deleted, so that a repetition knows it was done; the next purge does that.
const remove = `
  update records set version = $3, expires_at = 'epoch', content = ''
  where name = $1 and key = $2 and version in ($3, $4) returning version`;

/**
 * The records called `name` in the database, which all instances change. A change is tried on what it
 * read and repeated when another instance was first, so `change` may be called more than once.
 */
export function openDatabaseRecords<Value>(
  database: Database,
  name: string,
  clock: Clock,
): KeyedRecords<Value> {
  // Changes of this instance wait for each other here, where it costs nothing.
  const queue = keyedQueue();
  let isClosed = false;

  function refuseWhenClosed(): void {
    if (!isClosed) return;
    throw new StorageError('STORE_CLOSED', `${name} is closed.`, 'Stop using it before closing.');
  }

  async function read(key: string): Promise<Stored | null> {
    const [row] = await database.idempotent<Stored>(select, [name, stored(key)]);
    return row ?? null;
  }

  function valueOf(row: Pick<Stored, 'content' | 'expires_at'> | null): Value | null {
    if (!row || clock() >= row.expires_at) return null;
    // Only this store writes the table: it is what `put` was given.
    return JSON.parse(row.content) as Value;
  }

  async function tryChange(
    key: string,
    change: Parameters<KeyedRecords<Value>['update']>[1],
  ): Promise<{ readonly value: Value | null } | null> {
    const current = await read(key);
    const next = change(valueOf(current));
    if (next === null) {
      if (valueOf(current) === null) return { value: null };
      const versions = [randomUUID(), current?.version];
      const gone = await database.idempotent(remove, [name, stored(key), ...versions]);
      return gone.length > 0 ? { value: null } : null;
    }
    const content = JSON.stringify(next.value);
    const values = [name, stored(key), randomUUID(), next.expiresAt, content];
    const done = current
      ? await database.idempotent(replace, [...values, current.version])
      : await database.idempotent(insert, values);
    if (done.length === 0) return null;
    return { value: valueOf({ content, expires_at: next.expiresAt }) };
  }

  async function update(
    key: string,
    change: Parameters<KeyedRecords<Value>['update']>[1],
  ): Promise<Value | null> {
    refuseWhenClosed();
    return queue.run(key, async () => {
      for (;;) {
        const done = await tryChange(key, change);
        if (done) return done.value;
      }
    });
  }

  return {
    async get(key) {
      refuseWhenClosed();
      return valueOf(await read(key));
    },
    async put(key, value, expiresAt) {
      refuseWhenClosed();
      const values = [name, stored(key), randomUUID(), expiresAt, JSON.stringify(value)];
      await queue.run(key, () => database.idempotent(put, values));
    },
    async delete(key) {
      await update(key, () => null);
    },
    update,
    async purge(now) {
      refuseWhenClosed();
      const [gone] = await database.idempotent<{ count: number }>(
        `with gone as (delete from records where name = $1 and expires_at <= $2 returning 1)
         select count(*)::int as count from gone`,
        [name, now],
      );
      return gone?.count ?? 0;
    },
    async close() {
      isClosed = true;
      await queue.settled();
    },
  };
}

/** PostgreSQL takes no NUL in a text, and a client may have put one into an id. */
function stored(key: string): string {
  return JSON.stringify(key);
}
