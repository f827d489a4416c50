import { describe, expect, onTestFinished, test } from 'vitest';
import {
  openPostgresLedger,
  type CodeLedger,
  type LedgerNotice,
  type PostgresLedgerOptions,
} from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import type { Database } from '../../src/storage/index.ts';
import { connected, postgresForTests } from '../support/postgres/testDatabase.ts';
import { checkAcknowledged, checkLedger } from './support/checkLedger.ts';

const postgres = postgresForTests();
const december = month('2026-12');
const january = month('2027-01');
const releaseDay = new Date('2026-12-10T08:00:00Z');
const auditKey = new Uint8Array(32).fill(7);
const card = (name: number): CardNumber => `20010${name}` as CardNumber;
const codes = (count: number) => Array.from({ length: count }, (_, index) => `D-${index}`);

async function instance(
  url: string,
  options: Partial<PostgresLedgerOptions> = {},
): Promise<CodeLedger> {
  const database = options.database ?? (await connected(url));
  const ledger = await openPostgresLedger({
    database,
    clock: () => releaseDay,
    auditKey,
    ...options,
  });
  onTestFinished(() => ledger.close());
  return ledger;
}

/** The database, with an answer to the `nth` commit that never arrives. */
function losingAnswers(database: Database, nth: number): Database {
  let commits = 0;
  return {
    ...database,
    async query(sql, values) {
      const rows = await database.query(sql, values);
      if (sql.includes('insert into ledger_commits') && ++commits === nth) {
        throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '08006' });
      }
      // The rows of the real one.
      return rows as never;
    },
  };
}

describe('several instances on one database', () => {
  test('give fifty codes to fifty of three hundred readers who ask all of them at once', async () => {
    const url = await postgres.newDatabase();
    const instances = [await instance(url), await instance(url), await instance(url)];
    await instances[0]!.importPool(december, codes(50), releaseDay, 'staff');
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        Promise.all(instances.map((one) => one.claim(card(index), december, releaseDay))),
      ),
    );
    const issued = outcomes.flat().filter(({ outcome }) => outcome === 'issued');
    expect(issued).toHaveLength(50);
    for (const answers of outcomes) {
      const given = answers.flatMap((one) => (one.outcome === 'poolEmpty' ? [] : one.claim.code));
      expect(new Set(given).size).toBeLessThanOrEqual(1);
    }
    for (const one of instances) {
      await checkLedger(one, december);
      expect(await one.summary(december)).toMatchObject({ claimed: 50, left: 0 });
    }
    expect((await instances[1]!.verifyAudit()).map(({ differences }) => differences)).toEqual([[]]);
  });

  test('see at once what another one did', async () => {
    const url = await postgres.newDatabase();
    const [one, other] = [await instance(url), await instance(url)];
    await one.importPool(december, codes(2), releaseDay, 'staff');
    expect(await other.pool(december)).toEqual({ month: december, size: 2, remaining: 2 });
    const given = await other.claim(card(1), december, releaseDay);
    expect(await one.claimOf(card(1), december)).toMatchObject({ code: 'D-0' });
    expect(await one.claim(card(1), december, releaseDay)).toEqual({
      ...given,
      outcome: 'alreadyClaimed',
    });
    await one.setRelease(january, releaseDay, 'staff');
    expect(await other.schedule()).toEqual(new Map([[january, releaseDay]]));
  });

  test('load a code once when two load it into two months, and refuse no claim with it', async () => {
    const url = await postgres.newDatabase();
    const [one, other] = [await instance(url), await instance(url)];
    await one.importPool(december, codes(5), releaseDay, 'staff');
    const [first, second, claim] = await Promise.all([
      one.importPool(december, ['X-1', 'X-2'], releaseDay, 'staff'),
      other.importPool(january, ['X-2', 'X-3'], releaseDay, 'staff'),
      one.claim(card(1), december, releaseDay),
    ]);
    expect([first.outcome, second.outcome].sort()).toEqual(['duplicates', 'imported']);
    expect(claim).toMatchObject({ outcome: 'issued' });
    expect(await one.knownCodes(['X-2'])).toHaveLength(1);
  });

  test('take the cards out of an old month, which the others notice', async () => {
    const url = await postgres.newDatabase();
    const [one, other] = [await instance(url), await instance(url)];
    await one.importPool(december, codes(3), releaseDay, 'staff');
    await one.claim(card(1), december, releaseDay);
    expect(await other.claimsOf(card(1))).toHaveLength(1);
    expect(await one.retain({ claimsFrom: january, auditFrom: december })).toBe(1);
    expect(await other.claimsOf(card(1))).toEqual([]);
    expect(await other.summary(december)).toMatchObject({ claimed: 1, left: 2 });
    expect(await one.verifyAudit()).toMatchObject([{ month: december, differences: [] }]);
    expect(await other.retain({ claimsFrom: january, auditFrom: january })).toBe(1);
    const database = await connected(url);
    const rows = await database.query('select content from ledger_commits');
    expect(JSON.stringify([rows, await database.query('select * from ledger_claims')])).not.toMatch(
      card(1),
    );
    expect(await other.verifyAudit()).toEqual([]);
  });
});

describe('a lost answer of the database', () => {
  test('gives the reader the code that was given already, and no second one', async () => {
    const url = await postgres.newDatabase();
    const database = losingAnswers(await connected(url), 2);
    const ledger = await instance(url, { database, retries: [0] });
    await ledger.importPool(december, codes(3), releaseDay, 'staff');
    expect(await ledger.claim(card(1), december, releaseDay)).toMatchObject({
      outcome: 'issued',
      claim: { code: 'D-0' },
    });
    expect(await ledger.summary(december)).toMatchObject({ claimed: 1, left: 2 });
    expect(await ledger.verifyAudit()).toMatchObject([{ changes: 2, differences: [] }]);
  });

  test('gives the same code when the reader asks again after an honest refusal', async () => {
    const url = await postgres.newDatabase();
    const database = losingAnswers(await connected(url), 2);
    const ledger = await instance(url, { database, retries: [] });
    await ledger.importPool(december, codes(3), releaseDay, 'staff');
    await expect(ledger.claim(card(1), december, releaseDay)).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
    });
    expect(ledger.isHealthy()).toBe(false);
    expect(await ledger.claim(card(1), december, releaseDay)).toMatchObject({
      outcome: 'alreadyClaimed',
      claim: { code: 'D-0' },
    });
    expect(ledger.isHealthy()).toBe(true);
  });
});

describe('a crash of the database', () => {
  test('in the middle of claims loses none that was acknowledged, and passes by itself', async () => {
    const url = await postgres.newDatabase();
    const notices: LedgerNotice['event'][] = [];
    const ledger = await instance(url, {
      // However long the server takes to start here.
      database: await connected(url, { patience: 20_000 }),
      retries: Array.from({ length: 200 }, () => 50),
      report: ({ event }) => notices.push(event),
    });
    await ledger.importPool(december, codes(120), releaseDay, 'staff');
    let started = 0;
    const readers = Array.from({ length: 8 }, async (_, reader) => {
      const claims = [];
      for (let turn = 0; turn < 15; turn += 1) {
        started += 1;
        claims.push(await ledger.claim(card(reader * 100 + turn), december, releaseDay));
      }
      return claims;
    });
    while (started < 30) await new Promise((resolve) => setImmediate(resolve));
    await postgres.server().crash();
    await postgres.server().start();
    const outcomes = (await Promise.all(readers)).flat();
    const claims = outcomes.flatMap((one) => (one.outcome === 'poolEmpty' ? [] : [one.claim]));
    expect(outcomes.filter(({ outcome }) => outcome === 'issued')).toHaveLength(120);
    await checkAcknowledged(ledger, claims);
    await checkLedger(ledger, december);
    expect((await ledger.verifyAudit()).flatMap(({ differences }) => differences)).toEqual([]);
    expect(notices).toEqual([]);
  });

  test('that lasts refuses claims honestly; they resume once the server is back', async () => {
    const url = await postgres.newDatabase();
    const events: LedgerNotice['event'][] = [];
    let resumed = (): void => undefined;
    const isResumed = new Promise<void>((resolve) => {
      resumed = resolve;
    });
    const ledger = await instance(url, {
      retries: [],
      retryEvery: 50,
      report({ event }) {
        events.push(event);
        if (event === 'claimsResumed') resumed();
      },
    });
    await ledger.importPool(december, codes(3), releaseDay, 'staff');
    await postgres.server().crash();
    await expect(ledger.claim(card(1), december, releaseDay)).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
    });
    await expect(ledger.claimOf(card(1), december)).rejects.toMatchObject({
      code: 'LEDGER_UNAVAILABLE',
    });
    expect(ledger.isHealthy()).toBe(false);
    await postgres.server().start();
    await isResumed;
    expect(events).toEqual(['claimsStopped', 'claimsResumed']);
    expect(await ledger.claim(card(1), december, releaseDay)).toMatchObject({ outcome: 'issued' });
  });
});
