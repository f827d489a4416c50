import { dirname } from 'node:path';
import { z } from 'zod';
import { logLine, openDurableLog, type Disk } from '../../storage/index.ts';
import { LedgerError } from '../ledgerError.ts';
import { monthEntry, type MonthCommit } from './monthEntry.ts';
import { dataOf, monthData, stateOf } from './monthFile.ts';
import type { MonthState } from './monthState.ts';

/** A line of the journal: what changed, or, as first line of a rebuilt journal, the whole month. */
export type JournalLine =
  | ({ readonly kind: 'commit' } & MonthCommit)
  | { readonly kind: 'whole'; readonly state: MonthState };

/**
 * The journal of one month, to which every change is appended before anybody is told of it. Its line
 * is the moment a claim becomes true. It is the data themselves, so it holds card numbers and codes.
 */
export type MonthJournal = {
  /** Returns when the commit is on the medium; after a failure it never happened. */
  append(commit: MonthCommit): Promise<void>;
  close(): Promise<void>;
};

export type OpenedJournal = {
  readonly journal: MonthJournal;
  readonly lines: readonly JournalLine[];
  readonly isDamaged: boolean;
};

/** A line as it stands in the journal. */
export const journalLine = z.union([
  z
    .strictObject({ sequence: z.int().positive(), entries: z.array(monthEntry) })
    .transform((line): JournalLine => ({ kind: 'commit', ...line })),
  z
    .strictObject({ whole: monthData })
    .transform(({ whole }): JournalLine => ({ kind: 'whole', state: stateOf(whole) })),
]);

export async function openMonthJournal(file: string, disk: Disk): Promise<OpenedJournal> {
  const { log, values, damagedLines } = await openDurableLog(file, disk);
  return {
    journal: {
      append: ({ sequence, entries }) => log.append([{ sequence, entries }]),
      close: () => log.close(),
    },
    lines: values.map((value) => parseLine(file, value)),
    isDamaged: damagedLines.length > 0,
  };
}

function parseLine(file: string, value: unknown): JournalLine {
  const line = journalLine.safeParse(value);
  if (line.success) return line.data;
  throw new LedgerError('LEDGER_DAMAGED', `${file} holds a line of unknown kind.`, line.error);
}

/** Replaces the journal by one that begins with the whole month; the old one is kept aside. */
export async function rebuildMonthJournal(
  file: string,
  disk: Disk,
  state: MonthState,
): Promise<MonthJournal> {
  const rebuilt = `${file}.tmp`;
  await disk.write(rebuilt, logLine({ whole: dataOf(state) }), true);
  await keepAside(file, disk);
  await disk.rename(rebuilt, file);
  await disk.syncFolder(dirname(file));
  return (await openMonthJournal(file, disk)).journal;
}

/** Gives a damaged file a second name, for whoever wants to look into it. */
export async function keepAside(file: string, disk: Disk): Promise<void> {
  const aside = `${file}.damaged`;
  if ((await disk.read(file)) === null) return;
  await disk.remove(aside);
  await disk.link(file, aside);
}
