import { join } from 'node:path';
import type { CardNumber } from '../../library/index.ts';
import type { Month } from '../../rules/index.ts';
import { previousVersionOf, type Disk } from '../../storage/index.ts';
import { monthFile } from './monthFile.ts';
import { rebuildMonthJournal } from './monthJournal.ts';
import type { MonthState } from './monthState.ts';
import { recoverMonth } from './recoverMonth.ts';

const namesNobody = /^#\d+$/;

/** True when no claim of the month names a card any more. */
export function isRetired({ claims }: MonthState): boolean {
  return claims.size > 0 && [...claims.keys()].every((card) => namesNobody.test(card));
}

/**
 * The month with a running number in place of each card and its first day in place of each moment:
 * what is left is how many codes were given and how many of them were activated.
 */
function retired(state: MonthState): MonthState {
  const claimedAt = new Date(`${state.month}-01T00:00:00Z`);
  const claims = [...state.claims.values()].map((claim, index) => {
    // No library writes such a number, so nobody is taken for its holder.
    const card = `#${index + 1}` as CardNumber;
    return [card, { ...claim, card, claimedAt }] as const;
  });
  return { ...state, sequence: state.sequence + 1, claims: new Map(claims) };
}

/**
 * Takes the cards out of all files of the month, whose store must be closed. Returns false when none
 * was in them. After a crash in the middle the next call does the rest.
 */
export async function retireMonth(month: Month, folder: string, disk: Disk): Promise<boolean> {
  const paths = {
    file: join(folder, `${month}.json`),
    journal: join(folder, `${month}.journal.ndjson`),
  };
  const file = monthFile(paths.file, disk);
  const leftovers = [
    previousVersionOf(paths.file),
    `${paths.file}.damaged`,
    `${paths.journal}.damaged`,
  ];
  const { state, journal } = await recoverMonth(month, paths, file, disk);
  await journal.close();
  const stored = await file.read();
  const isDone = state.claims.size === 0 || (stored !== null && isRetired(stored));
  if (isDone && !(await existsAny(leftovers, disk))) return false;

  const next = isRetired(state) || state.claims.size === 0 ? state : retired(state);
  await (await rebuildMonthJournal(paths.journal, disk, next)).close();
  // Away with the old file first, or it would be kept as the version before.
  await disk.remove(paths.file);
  await file.write(next);
  for (const leftover of leftovers) await disk.remove(leftover);
  await disk.syncFolder(folder);
  return true;
}

async function existsAny(files: readonly string[], disk: Disk): Promise<boolean> {
  for (const file of files) if ((await disk.read(file)) !== null) return true;
  return false;
}
