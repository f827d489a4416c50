import { groupCommit } from '../../storage/index.ts';
import type { LedgerAudit } from './ledgerAudit.ts';
import type { MonthCommit } from './monthEntry.ts';
import type { MonthFile } from './monthFile.ts';
import type { MonthState } from './monthState.ts';

/**
 * What follows a commit without anybody waiting for it: its rows in the audit, and the month's file,
 * the second copy of the journal. After a crash both are made up for from the journal.
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
): MonthFollower {
  let unaudited: readonly MonthCommit[] = [];
  let newest: MonthState | null = null;

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

  return {
    follow(commit, state) {
      unaudited = [...unaudited, commit];
      newest = state;
      runs.add(null).catch(problems.auditFailed);
    },
    async catchUp() {
      await runs.add(null);
    },
    async close() {
      await runs.add(null).catch(problems.auditFailed);
      await audit.close();
    },
  };
}
