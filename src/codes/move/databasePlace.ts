import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { month, type Month } from '../../rules/index.ts';
import type { Database } from '../../storage/index.ts';
import { dataOf } from '../file/monthFile.ts';
import { emptyMonth, type MonthState } from '../file/monthState.ts';
import { commitTable } from '../postgres/commitTable.ts';
import { openPostgresLedger, type PostgresLedgerOptions } from '../postgres/postgresLedger.ts';
import { sharedStates } from '../postgres/sharedStates.ts';
import type { LedgerPlace, MonthCopy } from './ledgerCopy.ts';

type Query = Database['query'];

/** A statement must end within the time the database gives it. */
const rowsAtOnce = 2_000;

const rowAboutCard = z.object({ card: z.string() });

/** The ledger in a migrated database, on which no instance works. */
export function databasePlace(options: PostgresLedgerOptions): LedgerPlace {
  const { database } = options;
  return {
    open: () => openPostgresLedger(options),
    async read() {
      const states = sharedStates(commitTable(database));
      await states.catchUp();
      const audited = await database.query<{ month: string }>(
        'select month from audit_ledger union select month from audit_events',
      );
      const months = new Set([...states.months(), ...audited.map((row) => month(row.month))]);
      const copy = new Map<Month, MonthCopy>();
      for (const of of [...months].sort()) {
        copy.set(of, await monthCopy(of, states.of(of), database.query));
      }
      return copy;
    },
    write: (copy) =>
      database.transaction(async (query) => {
        // Whoever would write meanwhile waits, and then finds the months.
        await query('lock table ledger_commits, audit_events in share row exclusive mode');
        await refuseUsed(query);
        for (const [of, one] of copy) {
          if (one.state.sequence > 0) await insertState(of, one.state, query);
          await insertAudit(of, one, query);
        }
      }),
  };
}

async function monthCopy(of: Month, state: MonthState, query: Query): Promise<MonthCopy> {
  const changes = await query<{ content: string }>(
    'select content from audit_ledger where month = $1 order by sequence, index',
    [of],
  );
  const events = await query<{ content: string }>(
    'select content from audit_events where month = $1 order by number',
    [of],
  );
  return {
    state: state.sequence > 0 ? state : emptyMonth(of),
    changes: changes.map(({ content }): unknown => JSON.parse(content)),
    events: events.map(({ content }): unknown => JSON.parse(content)),
  };
}

async function refuseUsed(query: Query): Promise<void> {
  const used = await query('select from ledger_commits union all select from audit_events limit 1');
  if (used.length > 0) throw new Error('Somebody began to use the database meanwhile.');
}

async function insertState(of: Month, state: MonthState, query: Query): Promise<void> {
  await query(
    'insert into ledger_commits (month, sequence, writer, content) values ($1, $2, $3, $4)',
    [of, state.sequence, randomUUID(), JSON.stringify({ whole: dataOf(state) })],
  );
  await query(
    'insert into ledger_codes (code, month) select code, $1 from unnest($2::text[]) code',
    [of, state.codes],
  );
  const claims = [...state.claims.values()];
  await query(
    `insert into ledger_claims (month, card, code)
     select $1, card, code from unnest($2::text[], $3::text[]) as given (card, code)`,
    [of, claims.map(({ card }) => card), claims.map(({ code }) => code)],
  );
}

async function insertAudit(of: Month, { changes, events }: MonthCopy, query: Query): Promise<void> {
  for (const rows of inPieces(changes)) {
    await query(
      `insert into audit_ledger (month, sequence, index, card, content)
       select $1, (content::json ->> 'sequence')::int, (content::json ->> 'index')::int,
              content::json ->> 'card', content
       from unnest($2::text[]) as row (content)`,
      [of, rows.map((row) => JSON.stringify(row))],
    );
  }
  for (const rows of inPieces(events)) {
    await query(
      `insert into audit_events (month, card, content)
       select $1, card, content
       from unnest($2::text[], $3::text[]) with ordinality as row (card, content, place)
       order by place`,
      [
        of,
        rows.map((row) => rowAboutCard.safeParse(row).data?.card ?? null),
        rows.map((row) => JSON.stringify(row)),
      ],
    );
  }
}

function inPieces(rows: readonly unknown[]): readonly (readonly unknown[])[] {
  const count = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: count }, (_, index) =>
    rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  );
}
