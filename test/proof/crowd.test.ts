import { describe, expect, test } from 'vitest';
import { openFileLedger, openPostgresLedger, type CodeLedger } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { migrate, openDatabase } from '../../src/storage/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { postgresForTests } from '../support/postgres/testDatabase.ts';
import { checkHistory } from './support/checkHistory.ts';
import { Recorder } from './support/history.ts';
import { lookAt } from './support/lookAt.ts';
import { sizeOf, tell } from './support/size.ts';

const december = month('2026-12');
const release = new Date('2026-12-10T08:00:00Z');
const poolSize = 410;

/** Opens one more instance on the same store; each is asked in turn. */
type OpenLedger = () => Promise<CodeLedger>;

const postgres = postgresForTests();
const auditKey = new Uint8Array(32).fill(3);
const clock = (): Date => release;

const stores: Readonly<Record<string, () => Promise<OpenLedger>>> = {
  async files() {
    const folder = await temporaryFolder();
    return () => openFileLedger({ folder, clock, auditKey });
  },
  async PostgreSQL() {
    const url = await postgres.newDatabase();
    return async () => {
      const database = await openDatabase(url);
      await migrate(database, 'demo');
      const ledger = await openPostgresLedger({ database, clock, auditKey });
      // At once, not after the test: its rounds would use up the server's connections.
      const close = async () => {
        await ledger.close();
        await database.close();
      };
      return { ...ledger, close };
    };
  },
};

/** One process on files; two on PostgreSQL, behind whatever shares out the readers. */
const instancesOf: Readonly<Record<string, number>> = { files: 1, PostgreSQL: 2 };

/** One release morning: all clients ask at once, some of them twice. */
async function morning(
  open: OpenLedger,
  { instances, clients, round }: { instances: number; clients: number; round: number },
): Promise<Recorder> {
  const recorder = new Recorder();
  const ledgers = await Promise.all(Array.from({ length: instances }, open));
  const [first] = ledgers;
  const codes = Array.from({ length: poolSize }, (_, index) => `CODE-${round}-${index}`);
  await recorder.load(december, codes, () => first!.importPool(december, codes, release, 'staff'));
  let asked = 0;
  const ask = (card: string) =>
    recorder.call(card, december, async () => {
      const ledger = ledgers[(asked += 1) % instances]!;
      const answer = await ledger.claim(card as CardNumber, december, release);
      if (answer.outcome === 'poolEmpty') return { outcome: 'poolEmpty' };
      return { outcome: answer.outcome, code: answer.claim.code };
    });
  const cards = Array.from({ length: clients }, (_, index) => `card-${index}`);
  await Promise.all(
    cards.flatMap((card, index) => (index % 10 ? [ask(card)] : [ask(card), ask(card)])),
  );
  for (const ledger of ledgers) await ledger.close();

  const ledger = await open();
  recorder.see(await lookAt(ledger, december));
  await ledger.close();
  return recorder;
}

describe.each(Object.entries(stores))('a crowd on %s', (store, open) => {
  const { rounds, clients } = sizeOf({
    short: { rounds: 1, clients: 1_000 },
    long: { rounds: 100, clients: 5_000 },
  });

  const instances = instancesOf[store] ?? 1;

  test(`of ${clients} readers gets ${poolSize} codes, none twice and none lost, every time`, async () => {
    let refused = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const recorder = await morning(await open(), { instances, clients, round });
      expect(checkHistory(recorder), `round ${round}`).toEqual([]);
      const answers = recorder.calls.map(({ answer }) => answer.outcome);
      expect(answers.filter((outcome) => outcome === 'issued')).toHaveLength(poolSize);
      expect(recorder.sights[0]).toMatchObject({ loaded: poolSize, left: 0 });
      refused += answers.filter((outcome) => outcome === 'poolEmpty').length;
    }
    tell(
      `${store}, ${instances} at a time: ${rounds} rounds of ${clients} readers on ${poolSize} codes, ` +
        `${rounds * poolSize} given, ${refused} refused, 0 given twice, 0 lost`,
    );
  });
});
