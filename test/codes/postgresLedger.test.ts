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
