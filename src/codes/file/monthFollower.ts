import { groupCommit } from '../../storage/index.ts';
import type { LedgerAudit } from './ledgerAudit.ts';
import type { MonthCommit } from './monthEntry.ts';
import type { MonthFile } from './monthFile.ts';
import type { MonthState } from './monthState.ts';

/**
 * What follows a commit without anybody waiting for it: its rows in the audit, and the month's file,
 * the second copy of the journal. After a crash both are made up for from the journal. It happens some
 * times a second at most, because in the crowd of a release day each claim waits for the same disk.
 */
export type MonthFollower = {
  follow(commit: MonthCommit, state: MonthState): void;
  /** Rejects when the audit still cannot be written. A file that cannot is reported only. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
};

export type FollowerProblems = {
  readonly auditFailed: (error: unknown) => void;
  readonly fileFailed: (error: unknown) => void;
};

export function monthFollower(
  file: MonthFile,
  audit: LedgerAudit,
  problems: FollowerProblems,
  /** milliseconds */ pause: number,
): MonthFollower {
  let unaudited: readonly MonthCommit[] = [];
  let newest: MonthState | null = null;
  let timer: NodeJS.Timeout | null = null;

  const runs = groupCommit<null, null>(async (calls) => {
    // Taken before the audit is written: the file must never hold a commit that the audit lacks,
    // because at start only commits younger than the file are made up for.
    const state = newest;
    await writeAudit();
    if (state) await writeFile(state);
    return calls.map(() => null);
  });

  async function writeAudit(): Promise<void> {
    const commits = unaudited;
    if (commits.length > 0) await audit.record(commits);
    unaudited = unaudited.slice(commits.length);
  }

  async function writeFile(state: MonthState): Promise<void> {
    try {
      await file.write(state);
      if (newest === state) newest = null;
    } catch (error) {
      problems.fileFailed(error);
    }
  }

  async function run(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    await runs.add(null);
  }

  function runLogged(): Promise<void> {
    return run().catch(problems.auditFailed);
  }

  return {
    follow(commit, state) {
      unaudited = [...unaudited, commit];
      newest = state;
      timer ??= setTimeout(() => void runLogged(), pause).unref();
    },
    catchUp: run,
    async close() {
      await runLogged();
      await audit.close();
    },
  };
}
