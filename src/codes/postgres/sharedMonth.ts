import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Month } from '../../rules/index.ts';
import { groupCommit, isLostConnection } from '../../storage/index.ts';
import { LedgerError } from '../ledgerError.ts';
import type { AuditHash } from '../file/auditHash.ts';
import { rowsOf } from '../file/ledgerAudit.ts';
import type { MonthEntry } from '../file/monthEntry.ts';
import {
  answer,
  unavailable,
  type MonthDecision,
  type MonthStore,
  type Request,
} from '../file/monthStore.ts';
import { draftOf, type MonthState } from '../file/monthState.ts';
import { CodeLoadedElsewhere, type CommitTable } from './commitTable.ts';
import type { LedgerHealth } from './ledgerHealth.ts';
import type { SharedStates } from './sharedStates.ts';

export type SharedMonthParts = {
  readonly table: CommitTable;
  readonly states: SharedStates;
  readonly health: LedgerHealth;
  readonly hash: AuditHash;
  /** Milliseconds between tries after a lost connection; as many tries as there are numbers. */
  readonly retries: readonly number[];
};

type Settled = { readonly answer: unknown } | { readonly error: unknown };

/**
 * One month that several instances change. Each decides on the state it knows and inserts the next
 * commit; when another instance was first, it catches up and decides anew. So everything a ledger of
 * files decides holds here too, and no lock outlives an instance that dies.
 */
export function sharedMonth(
  month: Month,
  { table, states, health, hash, retries }: SharedMonthParts,
): MonthStore {
  const requests = groupCommit<Request, Settled>(async (batch) => {
    try {
      return (await commit(batch)).map((one) => ({ answer: one }));
    } catch (error) {
      if (batch.length === 1 || !(error instanceof CodeLoadedElsewhere)) throw error;
      // Those who only came along with a wrong import are not refused with it.
      return oneByOne(batch);
    }
  });

  async function oneByOne(batch: readonly Request[]): Promise<readonly Settled[]> {
    const settled: Settled[] = [];
    for (const request of batch) {
      settled.push(
        await commit([request]).then(
          ([one]) => ({ answer: one }),
          (error: unknown) => ({ error }),
        ),
      );
    }
    return settled;
  }

  async function commit(batch: readonly Request[]): Promise<readonly unknown[]> {
    const writer = randomUUID();
    const tried = new Map<number, readonly unknown[]>();
    const waits = health.isGood() ? [...retries] : [];
    for (;;) {
      try {
        const answers = await attempt(batch, writer, tried);
        if (answers) {
          health.worked();
          return answers;
        }
      } catch (error) {
        if (error instanceof LedgerError || error instanceof CodeLoadedElsewhere) throw error;
        states.forget();
        const wait = isLostConnection(error) ? waits.shift() : undefined;
        if (wait === undefined) {
          health.failed(month, error);
          throw unavailable(month, error);
        }
        await pause(wait);
      }
    }
  }

  /** `null` when another instance was first. */
  async function attempt(
    batch: readonly Request[],
    writer: string,
    tried: Map<number, readonly unknown[]>,
  ): Promise<readonly unknown[] | null> {
    await states.catchUp();
    if (tried.size > 0) {
      // A connection may have been lost after the server had made the commit.
      const made = await table.numberBy(writer, month);
      if (made !== null) return tried.get(made) ?? null;
    }
    const draft = draftOf(states.of(month));
    const entries: MonthEntry[] = [];
    const answers = batch.map((request) => answer(request, draft, entries));
    if (entries.length === 0) return answers;
    draft.sequence += 1;
    const { sequence } = draft;
    // The same number a second time: nobody was first, the commit before it is missing.
    if (tried.has(sequence)) states.forget();
    tried.set(sequence, answers);
    const auditRows = rowsOf({ sequence, entries }, hash);
    if (!(await table.append({ month, sequence, writer, entries, auditRows }))) return null;
    states.advance(draft);
    return answers;
  }

  return {
    state: () => states.of(month),
    async change<Answer>(decide: (state: MonthState) => MonthDecision<Answer>) {
      const settled = await requests.add({ kind: 'change', decide });
      if ('error' in settled) throw settled.error;
      // The result at a request's place is what its own `decide` answered.
      return settled.answer as Answer;
    },
    audited: async () => undefined,
    isHealthy: () => health.isGood(),
    close: () => requests.settled(),
  };
}
