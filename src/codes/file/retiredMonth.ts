import { join } from 'node:path';
import type { CardNumber } from '../../library/index.ts';
import type { Month } from '../../rules/index.ts';
import { previousVersionOf, type Disk } from '../../storage/index.ts';
import { placesOf } from './monthDraw.ts';
import { monthFile } from './monthFile.ts';
import { rebuildMonthJournal } from './monthJournal.ts';
import type { MonthState } from './monthState.ts';
import { recoverMonth } from './recoverMonth.ts';

const namesNobody = /^#\d+$/;

/** True when nothing of the month names a card any more that once did. */
export function isRetired(state: MonthState): boolean {
  const cards = cardsIn(state);
  return cards.length > 0 && cards.every((card) => namesNobody.test(card));
}

/** Cards that claims or waiting readers name. */
export function cardsIn({ claims, waiting }: MonthState): readonly CardNumber[] {
  return [...claims.keys(), ...waiting];
}

/**
 * The month with a running number in place of each card and its first day in place of each moment:
 * what is left is how many codes were given and how many of them were activated.
 */
export function retired(state: MonthState): MonthState {
  const claimedAt = new Date(`${state.month}-01T00:00:00Z`);
  const claims = [...state.claims.values()].map((claim, index) => {
    const card = nobody(index);
    return [card, { ...claim, card, claimedAt }] as const;
  });
  const waiting = new Set([...state.waiting].map((_card, index) => nobody(index)));
  const places = placesOf(waiting, state.draw);
  return { ...state, sequence: state.sequence + 1, claims: new Map(claims), waiting, places };
}

/** No library writes such a number, so nobody is taken for its holder. */
function nobody(index: number): CardNumber {
  return `#${index + 1}` as CardNumber;
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
  const isDone = cardsIn(state).length === 0 || (stored !== null && isRetired(stored));
  if (isDone && !(await existsAny(leftovers, disk))) return false;

  const next = isRetired(state) || cardsIn(state).length === 0 ? state : retired(state);
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
