import { randomUUID } from 'node:crypto';
import type { CardNumber } from '../../library/index.ts';
import { month, monthOf, type Month } from '../../rules/index.ts';
import { groupCommit, type Database } from '../../storage/index.ts';
import type { AuditRow, AuditVerdict } from '../codeLedger.ts';
import { auditHash, type AuditHash } from '../file/auditHash.ts';
import { ledgerRows } from '../file/ledgerAuditRow.ts';
import type { MonthState } from '../file/monthState.ts';
import { auditDifferences } from '../file/replayAudit.ts';

/** The audit, in the database. Rows about changes of the ledger are written with the change. */
export type AuditTables = {
  /** Returns when the row is durable; concurrent rows share a statement. */
  record(row: AuditRow): Promise<void>;
  months(): Promise<readonly Month[]>;
  rowsOf(card: CardNumber): Promise<number>;
  verdictOn(state: MonthState): Promise<AuditVerdict>;
  /** Returns how many months that were. */
  deleteBefore(from: Month): Promise<number>;
  settled(): Promise<void>;
};

const insertEvents = `
  insert into audit_events (month, card, content, id)
  select month, card, content, id
  from unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) as row (month, card, content, id)
  on conflict (id) do nothing`;

const auditedMonths = `
  select month from audit_ledger union select month from audit_events order by month`;

/** `keys`: the newest first. */
export function auditTables(
  database: Database,
  keys: readonly [Uint8Array, ...Uint8Array[]],
): AuditTables {
  const rows = groupCommit<AuditRow, null>(async (batch) => {
    const hashed = batch.map((row) => {
      const hash = auditHash(keys[0], monthOf(row.at));
      return { ...row, card: row.card === null ? null : hash('card', row.card) };
    });
    await database.idempotent(insertEvents, [
      batch.map(({ at }) => monthOf(at)),
      hashed.map(({ card }) => card),
      hashed.map((row) => JSON.stringify(row)),
      batch.map(() => randomUUID()),
    ]);
    return batch.map(() => null);
  });

  async function months(): Promise<readonly Month[]> {
    const found = await database.query<{ month: string }>(auditedMonths);
    return found.map((row) => month(row.month));
  }

  return {
    months,
    async record(row) {
      await rows.add(row);
    },
    async rowsOf(card) {
      const hashes = hashesOf(card, await months(), keys);
      const [found] = await database.query<{ count: number }>(
        `select (select count(*) from audit_ledger where card = any($1::text[]))::int
              + (select count(*) from audit_events where card = any($1::text[]))::int as count`,
        [hashes],
      );
      return found?.count ?? 0;
    },
    async verdictOn(state) {
      const of = state.month;
      const ledger = await database.query<{ content: string }>(
        'select content from audit_ledger where month = $1 order by sequence, index',
        [of],
      );
      const [events] = await database.query<{ count: number }>(
        'select count(*)::int as count from audit_events where month = $1',
        [of],
      );
      const changes = ledgerRows(ledger.map(({ content }): unknown => JSON.parse(content)));
      const hashes: readonly AuditHash[] = keys.map((key) => auditHash(key, of));
      return {
        month: of,
        changes: changes.length,
        events: events?.count ?? 0,
        differences: auditDifferences(changes, state, hashes),
      };
    },
    async deleteBefore(from) {
      const old = (await months()).filter((of) => of < from);
      await database.query('delete from audit_ledger where month < $1', [from]);
      await database.query('delete from audit_events where month < $1', [from]);
      return old.length;
    },
    settled: () => rows.settled(),
  };
}

function hashesOf(
  card: CardNumber,
  months: readonly Month[],
  keys: readonly Uint8Array[],
): readonly string[] {
  return months.flatMap((of) => keys.map((key) => auditHash(key, of)('card', card)));
}
