import { join } from 'node:path';
import type { Month } from '../../rules/index.ts';
import { groupCommit, type Disk } from '../../storage/index.ts';
import { LedgerError } from '../ledgerError.ts';
import { auditPaths } from './auditFiles.ts';
import { auditHash } from './auditHash.ts';
import { openLedgerAudit } from './ledgerAudit.ts';
import type { ReportLedgerNotice } from './ledgerNotice.ts';
import type { MonthEntry } from './monthEntry.ts';
import { monthFile } from './monthFile.ts';
import { monthFollower } from './monthFollower.ts';
import { applyEntry, draftOf, type MonthDraft, type MonthState } from './monthState.ts';
import { recoverMonth } from './recoverMonth.ts';

/** What a request comes to in the state it finds: an answer, and the change that makes it true. */
export type MonthDecision<Answer> = {
  readonly answer: Answer;
  readonly entry: MonthEntry | null;
};

export type MonthStore = {
  /** The durable state: nothing is in it that a crash could take back. */
  state(): MonthState;
  /**
   * Decides on the state that holds when the request's turn comes. Requests that arrive during a write
   * share the next one. Rejects with `LEDGER_UNAVAILABLE`; then nothing happened.
   */
  change<Answer>(decide: (state: MonthState) => MonthDecision<Answer>): Promise<Answer>;
  /** Returns when the audit holds every change so far; rejects when it cannot be written. */
  audited(): Promise<void>;
  isHealthy(): boolean;
  close(): Promise<void>;
};

export type MonthStoreOptions = {
  readonly ledgerFolder: string;
  readonly auditFolder: string;
  readonly disk: Disk;
  readonly auditKey: Uint8Array;
  readonly report: ReportLedgerNotice;
  /** Milliseconds after which a store that could not write tries again by itself. */
  readonly retryEvery: number;
  /** Milliseconds after a commit until the month's file and the audit follow. */
  readonly followAfter: number;
};

/** A wish to change a month, and to see whether anything can be written. */
export type Request =
  | { readonly kind: 'change'; readonly decide: (state: MonthState) => MonthDecision<unknown> }
  /** Writes an empty commit, to see whether the disk takes anything. */
  | { readonly kind: 'probe' };

/** Opens one month of the ledger and puts right what a crash or a damaged file left. */
export async function openMonthStore(
  month: Month,
  options: MonthStoreOptions,
): Promise<MonthStore> {
  const { ledgerFolder, auditFolder, disk, report } = options;
  const paths = {
    file: join(ledgerFolder, `${month}.json`),
    journal: join(ledgerFolder, `${month}.journal.ndjson`),
  };
  const file = monthFile(paths.file, disk);
  const hash = auditHash(options.auditKey, month);
  const audit = await openLedgerAudit(auditPaths(auditFolder, month).ledger, hash, disk);
  const recovered = await recoverMonth(month, paths, file, disk, audit.lastSequence);
  const { journal, repairs, unaudited, isAuditCut } = recovered;
  if (repairs.length > 0) report({ event: 'monthRestored', month, repairs });
  if (audit.hasDamagedLines) report({ event: 'auditDamaged', month });
  if (isAuditCut) report({ event: 'auditRestored', month });

  let { state } = recovered;
  let trouble: 'none' | 'journal' | 'audit' = 'none';
  let retry: NodeJS.Timeout | null = null;
  let isClosed = false;

  const problems = {
    auditFailed: (error: unknown) => stopClaims('audit', error),
    fileFailed: (error: unknown) => report({ event: 'copyFailed', month, error }),
  };
  const follower = monthFollower(file, audit, problems, options.followAfter);
  for (const commit of unaudited) follower.follow(commit, state);

  const requests = groupCommit<Request, unknown>(async (batch) => {
    const draft = draftOf(state);
    const entries: MonthEntry[] = [];
    const answers = batch.map((request) => answer(request, draft, entries));
    const isProbed = batch.some(({ kind }) => kind === 'probe');
    if (entries.length > 0 || isProbed) await makeDurable(draft, entries);
    return answers;
  });

  async function makeDurable(draft: MonthDraft, entries: readonly MonthEntry[]): Promise<void> {
    const commit = { sequence: state.sequence + 1, entries };
    draft.sequence = commit.sequence;
    try {
      if (trouble === 'audit') await follower.catchUp();
      await journal.append(commit);
    } catch (error) {
      stopClaims('journal', error);
      throw unavailable(month, error);
    }
    state = draft;
    resumeClaims();
    follower.follow(commit, state);
  }

  function stopClaims(cause: 'journal' | 'audit', error: unknown): void {
    if (trouble === 'none') report({ event: 'claimsStopped', month, error });
    if (trouble !== 'audit') trouble = cause;
    if (isClosed) return;
    retry ??= setTimeout(() => {
      retry = null;
      requests.add({ kind: 'probe' }).catch(() => undefined);
    }, options.retryEvery).unref();
  }

  function resumeClaims(): void {
    if (trouble === 'none') return;
    trouble = 'none';
    report({ event: 'claimsResumed', month });
  }

  return {
    state: () => state,
    async change<Answer>(decide: (state: MonthState) => MonthDecision<Answer>) {
      // The result at a request's place is what its own `decide` answered.
      return (await requests.add({ kind: 'change', decide })) as Answer;
    },
    audited: () => follower.catchUp(),
    isHealthy: () => trouble === 'none',
    async close() {
      isClosed = true;
      await requests.settled();
      if (retry) clearTimeout(retry);
      await follower.close();
      await journal.close();
    },
  };
}

/** Decides in the draft, which it changes; adds what the decision writes to `entries`. */
export function answer(request: Request, draft: MonthDraft, entries: MonthEntry[]): unknown {
  if (request.kind === 'probe') return null;
  const decision = request.decide(draft);
  if (decision.entry) {
    applyEntry(draft, decision.entry);
    entries.push(decision.entry);
  }
  return decision.answer;
}

export function unavailable(month: Month, cause: unknown): LedgerError {
  return new LedgerError(
    'LEDGER_UNAVAILABLE',
    `Nothing about the codes of ${month} can be saved now.`,
    cause,
  );
}
