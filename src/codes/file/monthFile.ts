import { Low } from 'lowdb';
import { z } from 'zod';
import { month } from '../../rules/index.ts';
import { durableJsonFile, previousVersionOf, type Disk } from '../../storage/index.ts';
import { storedCard, storedInstant } from './monthEntry.ts';
import { placesOf } from './monthDraw.ts';
import type { MonthState } from './monthState.ts';

/** A month as it stands in its file. */
export const monthData = z.strictObject({
  month: z.string().transform((text) => month(text)),
  sequence: z.int().nonnegative(),
  release: storedInstant.nullable(),
  codes: z.array(z.string()),
  taken: z.int().nonnegative(),
  // Months written before there were draws lack both.
  waiting: z.array(storedCard).default([]),
  draw: z
    .strictObject({ seed: z.string(), keptUntil: storedInstant, codes: z.int() })
    .nullable()
    .default(null),
  claims: z.array(
    z.strictObject({
      card: storedCard,
      code: z.string(),
      claimedAt: storedInstant,
      activated: z.boolean().nullable(),
    }),
  ),
});

type MonthData = z.output<typeof monthData>;

/** The file of one month: the whole state after some commit, with the version before beside it. */
export type MonthFile = {
  /** Rejects with `FILE_DAMAGED`. `null`: there is none. */
  read(): Promise<MonthState | null>;
  readPrevious(): Promise<MonthState | null>;
  write(state: MonthState): Promise<void>;
};

export function monthFile(file: string, disk: Disk): MonthFile {
  const shape = monthData.nullable();

  async function read(from: string): Promise<MonthState | null> {
    const database = new Low<MonthData | null>(durableJsonFile(from, shape, { disk }), null);
    await database.read();
    return database.data && stateOf(database.data);
  }

  const current = new Low<MonthData | null>(
    durableJsonFile(file, shape, { disk, keepPrevious: true }),
    null,
  );

  return {
    read: () => read(file),
    readPrevious: () => read(previousVersionOf(file)),
    async write(state) {
      current.data = dataOf(state);
      await current.write();
    },
  };
}

export function stateOf(data: MonthData): MonthState {
  const claims = data.claims.map((claim) => [claim.card, { ...claim, month: data.month }] as const);
  const waiting = new Set(data.waiting);
  return { ...data, waiting, places: placesOf(waiting, data.draw), claims: new Map(claims) };
}

export function dataOf(state: MonthState): MonthData {
  const claims = [...state.claims.values()].map(({ card, code, claimedAt, activated }) => ({
    card,
    code,
    claimedAt,
    activated,
  }));
  const { places: _derived, ...kept } = state;
  return { ...kept, codes: [...state.codes], waiting: [...state.waiting], claims };
}
