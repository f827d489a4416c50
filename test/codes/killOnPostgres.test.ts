import { expect, onTestFinished, test } from 'vitest';
import { openPostgresLedger, type Claim } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { connected, postgresForTests } from '../support/postgres/testDatabase.ts';
import { checkAcknowledged, checkLedger } from './support/checkLedger.ts';
import {
  claimingProcesses,
  codes,
  december,
  readers,
  releaseDay,
  type ClaimingProcess,
} from './support/claimingProcesses.ts';

const postgres = postgresForTests();
/** A process of its own on the same database; its last parameter says whose readers begin. */
const startInstance = claimingProcesses('sharedClaimingProcess.ts');
/** Its first line says that it is ready. */
const ready = 1;

function claimsOf({ told }: ClaimingProcess) {
  return told.slice(ready).map((line) => {
    const [card = '', code = '', outcome = ''] = line.split(' ');
    return { card, code, outcome };
  });
}

test(
  'two processes claim from one database while one is killed: no code twice, none lost, the same code again',
  { timeout: 60_000 },
  async () => {
    const url = await postgres.newDatabase();
    const database = await connected(url);
    const ledger = await openPostgresLedger({
      database,
      clock: () => releaseDay,
      auditKey: new Uint8Array(32),
    });
    onTestFinished(() => ledger.close());
    await ledger.importPool(december, codes, releaseDay, 'staff');

    // They begin a little apart and go the same way, so both ask for the same readers, too.
    const survivor = startInstance(url, readers, 0);
    const killed = startInstance(url, readers, 100);
    await Promise.all([survivor.hasTold(ready), killed.hasTold(ready)]);
    survivor.write('begin');
    killed.write('begin');
    await Promise.all([survivor.hasTold(ready + 1), killed.hasTold(ready + 40)]);
    expect(await killed.kill()).toBe('SIGKILL');

    // Those who got no answer from the dead one ask the other, which goes through all readers twice.
    await survivor.hasTold(survivor.told.length + 2 * readers);
    const next = startInstance(url, readers, 100);
    await next.hasTold(ready);
    next.write('begin');
    await next.hasTold(ready + readers);
    for (const instance of [survivor, next]) await instance.kill();

    const told = [survivor, killed, next].flatMap(claimsOf);
    const given = told.filter(({ outcome }) => outcome !== 'poolEmpty');
    const codeOf = new Map<string, string>();
    for (const { card, code } of given) {
      expect(codeOf.get(card) ?? code).toBe(code);
      codeOf.set(card, code);
    }
    const issued = given.filter(({ outcome }) => outcome === 'issued');
    expect(new Set(issued.map(({ code }) => code)).size).toBe(issued.length);
    expect(codeOf.size).toBe(300);
    expect(new Set(codeOf.values()).size).toBe(300);

    await checkLedger(ledger, december);
    expect(await ledger.summary(december)).toMatchObject({ claimed: 300, left: 0 });
    const acknowledged: Claim[] = [];
    for (const [card, code] of codeOf) {
      const claim = await ledger.claimOf(card as CardNumber, december);
      expect(claim).toMatchObject({ code });
      if (claim) acknowledged.push(claim);
    }
    await checkAcknowledged(ledger, acknowledged);
    expect((await ledger.verifyAudit()).map(({ differences }) => differences)).toEqual([[]]);
  },
);
