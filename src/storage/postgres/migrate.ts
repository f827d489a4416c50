import type { DataFolderKind } from '../dataFolder.ts';
import { StorageError } from '../storageError.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';

/** Any number that no other program of the database takes. */
const migrationLock = 4_117_022_637;

/**
 * Brings the database to what this version needs and marks it with `kind`, which it never changes, so
 * that a demo can never give away real codes. Instances that start together wait for each other.
 *
 * Rejects with `DATABASE_NEWER`, `DATABASE_KIND` or `DATABASE_UNUSABLE`; then nothing was changed.
 */
export async function migrate(
  database: Database,
  kind: DataFolderKind,
  steps: readonly string[] = migrations,
): Promise<void> {
  const made = database.transaction(async (query) => {
    await query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await query('create table if not exists migrations (number integer primary key)');
    const [done] = await query<{ count: number }>('select count(*)::int as count from migrations');
    const count = done?.count ?? 0;
    if (count > steps.length) throw newer();
    for (const [index, step] of steps.entries()) {
      if (index < count) continue;
      await query(step);
      await query('insert into migrations (number) values ($1)', [index + 1]);
    }
    await query('insert into installation (kind) values ($1) on conflict do nothing', [kind]);
    const [marked] = await query<{ kind: string }>('select kind from installation');
    if (marked?.kind !== kind) throw otherKind(String(marked?.kind), kind);
  });
  await made.catch((error: unknown) => {
    throw unusable(error) ?? error;
  });
}

/** Of a server that refuses what the program needs; `null` for another error. */
function unusable(error: unknown): StorageError | null {
  const state = error instanceof Error && 'code' in error ? error.code : null;
  // SQLSTATE 25006: read-only transaction; 42501: insufficient privilege; 3F000: no schema to write to.
  if (state === '25006') {
    return new StorageError(
      'DATABASE_UNUSABLE',
      'The database takes no changes: DATABASE_URL leads to a standby, or to one set to read-only.',
      'Name the primary, or an address that follows it.',
      error,
    );
  }
  if (state !== '42501' && state !== '3F000') return null;
  return new StorageError(
    'DATABASE_UNUSABLE',
    'The user of DATABASE_URL may not make or use the tables.',
    'Make it the owner of the database (ALTER DATABASE … OWNER TO …), and of the tables in it.',
    error,
  );
}

function newer(): StorageError {
  return new StorageError(
    'DATABASE_NEWER',
    'The database was changed by a newer version of this program.',
    'Start that version, or put back the backup from before the upgrade.',
  );
}

function otherKind(marked: string, wanted: string): StorageError {
  return new StorageError(
    'DATABASE_KIND',
    `The database was made for "${marked}", not for "${wanted}".`,
    'Give each its own database: a demo must never meet real codes.',
  );
}
