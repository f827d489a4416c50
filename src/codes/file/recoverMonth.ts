import type { Month } from '../../rules/index.ts';
import { StorageError, type Disk } from '../../storage/index.ts';
import { LedgerError } from '../ledgerError.ts';
import type { MonthCommit } from './monthEntry.ts';
import type { MonthFile } from './monthFile.ts';
import {
  keepAside,
  openMonthJournal,
  rebuildMonthJournal,
  type JournalLine,
  type MonthJournal,
} from './monthJournal.ts';
import { applyEntry, draftOf, emptyMonth, type MonthDraft, type MonthState } from './monthState.ts';

export type RecoveredMonth = {
  readonly state: MonthState;
  readonly journal: MonthJournal;
  /** Commits younger than the file, or than the audit, oldest first: the audit may lack them. */
  readonly unaudited: readonly MonthCommit[];
  /** Rows at the end of the audit, or all of them, are gone; they are among those of `unaudited`. */
  readonly isAuditCut: boolean;
  /** What was found damaged and put right, in words for the operator. */
  readonly repairs: readonly string[];
};

export type MonthPaths = { readonly file: string; readonly journal: string };

/**
 * The last acknowledged state of a month: its file, else the version before, else nothing, and on top
 * all commits of the journal that came later. File and journal are two copies, so damage to either is
 * put right from the other. Rejects with `LEDGER_DAMAGED` when both lack a commit, also one of which only
 * the audit tells (`audited`, its last commit): a month whose files were emptied or deleted must not
 * begin again with all codes free.
 */
export async function recoverMonth(
  month: Month,
  paths: MonthPaths,
  file: MonthFile,
  disk: Disk,
  audited = 0,
): Promise<RecoveredMonth> {
  const repairs: string[] = [];
  const base = (await readBase(month, paths, file, disk, repairs)) ?? emptyMonth(month);
  const opened = await openMonthJournal(paths.journal, disk);
  const state = replay(base, opened.lines);
  if (state.sequence < audited) {
    await opened.journal.close();
    throw new LedgerError(
      'LEDGER_DAMAGED',
      `The codes of ${month} are lost after commit ${state.sequence}, and the audit knows ${audited}.`,
    );
  }

  let { journal } = opened;
  if (opened.isDamaged || lastSequence(opened.lines) < state.sequence) {
    await journal.close();
    journal = await rebuildMonthJournal(paths.journal, disk, state);
    repairs.push(`rebuilt the journal of ${month} from its file`);
  }
  if (repairs.length > 0) await file.write(state);
  const commits = opened.lines.filter((line) => line.kind === 'commit');
  const unaudited = commits.filter(({ sequence }) => sequence > Math.min(base.sequence, audited));
  // The audit is written before the file: what the file knows and the audit does not, the audit has lost.
  const isAuditCut = unaudited.some(
    ({ sequence, entries }) =>
      sequence > audited && sequence <= base.sequence && entries.length > 0,
  );
  return { state, journal, unaudited, isAuditCut, repairs };
}

async function readBase(
  month: Month,
  paths: MonthPaths,
  file: MonthFile,
  disk: Disk,
  repairs: string[],
): Promise<MonthState | null> {
  const current = await unlessDamaged(file.read());
  if (current !== 'damaged' && current !== null) return current;
  if (current === 'damaged') {
    // Out of the way before anything is written, or it would become the kept previous version.
    await keepAside(paths.file, disk);
    await disk.remove(paths.file);
  }
  const previous = await unlessDamaged(file.readPrevious());
  const usable = previous === 'damaged' ? null : previous;
  // A month that was killed before its first file was written has neither, and nothing is wrong.
  if (current === null && previous === null) return null;
  const source = usable ? 'its previous version and its journal' : 'its journal';
  repairs.push(`restored the ${current ?? 'missing'} file of ${month} from ${source}`);
  return usable;
}

async function unlessDamaged(
  reading: Promise<MonthState | null>,
): Promise<MonthState | null | 'damaged'> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof StorageError && error.code === 'FILE_DAMAGED') return 'damaged';
    throw error;
  }
}

/** The state after the lines that are younger than it. Throws `LEDGER_DAMAGED` when one is missing. */
export function replay(base: MonthState, lines: readonly JournalLine[]): MonthState {
  let draft = draftOf(base);
  try {
    for (const line of lines) {
      if (line.kind === 'whole') {
        if (line.state.sequence > draft.sequence) draft = draftOf(line.state);
      } else if (line.sequence > draft.sequence) {
        applyCommit(draft, line);
      }
    }
  } catch (error) {
    throw new LedgerError(
      'LEDGER_DAMAGED',
      `The codes of ${base.month} cannot be restored after commit ${draft.sequence}.`,
      error,
    );
  }
  return draft;
}

function applyCommit(draft: MonthDraft, { sequence, entries }: MonthCommit): void {
  if (sequence !== draft.sequence + 1) throw new RangeError(`commit ${sequence} follows too early`);
  for (const entry of entries) applyEntry(draft, entry);
  draft.sequence = sequence;
}

function lastSequence(lines: readonly JournalLine[]): number {
  const last = lines.at(-1);
  if (!last) return 0;
  return last.kind === 'commit' ? last.sequence : last.state.sequence;
}
