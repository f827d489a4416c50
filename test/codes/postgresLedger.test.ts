import { expect, test } from 'vitest';
import { openPostgresLedger, type CodeLedger } from '../../src/codes/index.ts';
import { describeCodeLedger, type LedgerUnderTest } from '../contract/codeLedger.contract.ts';
import { describeDrawLedger } from '../contract/drawLedger.contract.ts';
import { connected, postgresForTests } from '../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const releaseDay = new Date('2026-12-10T08:00:00Z');
const auditKey = new Uint8Array(32).fill(7);

async function open(url: string): Promise<CodeLedger> {
  const database = await connected(url);
  return openPostgresLedger({ database, clock: () => releaseDay, auditKey });
}

async function openForContract(): Promise<LedgerUnderTest> {
  const url = await postgres.newDatabase();
  const ledger = await open(url);
  return {
    ledger,
    async reopen() {
      await ledger.close();
      return open(url);
    },
  };
}

describeCodeLedger('PostgreSQL', openForContract);
describeDrawLedger('PostgreSQL', openForContract);

test('a row of the audit is written once, and not lost, though its first answer was', async () => {
  const database = await connected(await postgres.newDatabase());
  const ledger = await openPostgresLedger({
    database: {
      ...database,
      async idempotent(sql, values) {
        await database.query(sql, values);
        return database.query(sql, values);
      },
      query: (sql, values) =>
        sql.includes('insert into audit_events')
          ? Promise.reject(new Error('Connection terminated'))
          : database.query(sql, values),
    },
    clock: () => releaseDay,
    auditKey,
  });
  const row = { at: releaseDay, card: null, event: 'claim.issued', details: {} };
  await Promise.all([ledger.audit(row), ledger.audit(row)]);
  expect(await ledger.verifyAudit()).toMatchObject([{ events: 2, differences: [] }]);
  await ledger.close();
});
