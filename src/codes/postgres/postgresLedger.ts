import { randomBytes } from 'node:crypto';
import type { Month } from '../../rules/index.ts';
import type { Database } from '../../storage/index.ts';
import type { Claim, CodeLedger } from '../codeLedger.ts';
import { LedgerError } from '../ledgerError.ts';
import type { LedgerOptions } from '../ledgerOptions.ts';
import {
  decideActivation,
  decideClaim,
  decideImport,
  decideRelease,
} from '../file/monthDecisions.ts';
import { codesLeft, emptyMonth, type MonthState } from '../file/monthState.ts';
import { isRetired } from '../file/retiredMonth.ts';
import { auditTables } from './auditTables.ts';
import { CodeLoadedElsewhere, commitTable } from './commitTable.ts';
import { ledgerHealth } from './ledgerHealth.ts';
import { sharedDraws } from './sharedDraws.ts';
import { sharedShelf } from './sharedShelf.ts';
import { sharedStates } from './sharedStates.ts';

export type PostgresLedgerOptions = LedgerOptions & {
  /** Migrated; whoever opened it closes it after the ledger. */
  readonly database: Database;
  /** Milliseconds to wait before each further try of a change whose connection was lost. */
  readonly retries?: readonly number[];
};

/** Four seconds in all: a restart of the server passes unnoticed, a reader is not left waiting. */
const defaultRetries = [50, 150, 300, 500, 1_000, 2_000];

/**
 * The ledger of any number of instances on one database. How instances agree and why:
 * docs/adr/0004-several-instances-on-postgresql.md. Rejects with `LEDGER_UNAVAILABLE`.
 */
export async function openPostgresLedger({
  database,
  clock,
  auditKey,
  previousAuditKeys = [],
  report = () => undefined,
  newSeed = () => randomBytes(32).toString('hex'),
  retryEvery = 1_000,
  retries = defaultRetries,
}: PostgresLedgerOptions): Promise<CodeLedger> {
  const table = commitTable(database);
  const states = sharedStates(table);
  const health = ledgerHealth(() => table.probe(), report, retryEvery);
  const shared = sharedShelf({ table, states, health, retries, auditKey });
  const audit = auditTables(database, [auditKey, ...previousAuditKeys]);
  await shared.current();

  async function stateOf(of: Month): Promise<MonthState | undefined> {
    return (await shared.current()).find(of)?.state();
  }

  async function allStates(): Promise<readonly MonthState[]> {
    const shelf = await shared.current();
    return shelf.months().map((of) => shelf.find(of)?.state() ?? emptyMonth(of));
  }

  async function known(codes: readonly string[]) {
    await shared.current();
    return orUnavailable(() => table.knownCodes(codes));
  }

  return {
    draws: sharedDraws(shared, newSeed),
    async claim(card, of, at) {
      const store = await shared.storeOf(of);
      return store.change(decideClaim(card, at));
    },
    async claimOf(card, of) {
      return (await stateOf(of))?.claims.get(card) ?? null;
    },
    async previousClaim(card, before) {
      const earlier = (await allStates()).filter(({ month }) => month < before);
      const claims = earlier.map(({ claims }) => claims.get(card));
      const newest = claims.filter((claim) => claim !== undefined).at(-1);
      return newest ? { month: newest.month, activated: newest.activated } : null;
    },
    async pool(of) {
      const state = await stateOf(of);
      if (!state || state.codes.length === 0) return null;
      return { month: of, size: state.codes.length, remaining: codesLeft(state) };
    },
    async schedule() {
      const states = await allStates();
      return new Map(states.flatMap(({ month, release }) => (release ? [[month, release]] : [])));
    },
    async setRelease(of, release, by) {
      await (await shared.storeOf(of)).change(decideRelease(release, by, clock()));
    },
    knownCodes: known,
    async importPool(of, codes, at, by) {
      for (;;) {
        const duplicates = await known(codes);
        if (duplicates.length > 0) return { outcome: 'duplicates', duplicates };
        try {
          return await (await shared.storeOf(of)).change(decideImport(codes, by, at));
        } catch (error) {
          // Another instance loaded one of them in this moment: now it is known.
          if (!(error instanceof CodeLoadedElsewhere)) throw error;
        }
      }
    },
    async summary(of) {
      const state = (await stateOf(of)) ?? emptyMonth(of);
      const { codes, claims } = state;
      return { month: of, loaded: codes.length, claimed: claims.size, left: codesLeft(state) };
    },
    async claims(of) {
      return [...((await stateOf(of))?.claims.values() ?? [])].sort(byTime);
    },
    async setActivated(card, of, activated, by) {
      const store = await shared.storeOf(of);
      const isDone = await store.change(decideActivation(card, activated, by, clock()));
      if (!isDone) throw new LedgerError('CLAIM_UNKNOWN', `This card has no code of ${of}.`);
    },
    async audit(row) {
      if (shared.isClosed()) throw new LedgerError('LEDGER_CLOSED', 'The audit is closed.');
      await orUnavailable(() => audit.record(row));
    },
    async claimsOf(card) {
      const claims = (await allStates()).map((state) => state.claims.get(card));
      return claims.filter((claim) => claim !== undefined);
    },
    auditRowsOf: (card) => orUnavailable(() => audit.rowsOf(card)),
    async verifyAudit() {
      const states = new Map((await allStates()).map((state) => [state.month, state]));
      const audited = await orUnavailable(() => audit.months());
      const months = [...new Set([...audited, ...states.keys()])].sort();
      const wanted = months.flatMap((of) => {
        const state = states.get(of) ?? emptyMonth(of);
        return audited.includes(of) || !isRetired(state) ? [state] : [];
      });
      return orUnavailable(() => Promise.all(wanted.map((state) => audit.verdictOn(state))));
    },
    async retain({ claimsFrom, auditFrom }) {
      const shelf = await shared.current();
      let changed = 0;
      for (const of of shelf.months().filter((one) => one < claimsFrom)) {
        if (await orUnavailable(() => shelf.retire(of))) changed += 1;
      }
      return changed + (await orUnavailable(() => audit.deleteBefore(auditFrom)));
    },
    isHealthy: () => shared.isHealthy(),
    async close() {
      await shared.close();
      await audit.settled();
    },
  };
}

async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    throw new LedgerError('LEDGER_UNAVAILABLE', 'The database does not take part now.', error);
  }
}

function byTime(one: Claim, other: Claim): number {
  return one.claimedAt.getTime() - other.claimedAt.getTime();
}
