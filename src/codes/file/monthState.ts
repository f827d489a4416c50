import type { CardNumber } from '../../library/index.ts';
import type { Month } from '../../rules/index.ts';
import type { Claim } from '../codeLedger.ts';
import { placesOf, type MonthDraw } from './monthDraw.ts';
import type { MonthEntry } from './monthEntry.ts';

/** All the ledger knows about one calendar month. */
export type MonthState = {
  readonly month: Month;
  /** Number of the last commit that is part of this state. */
  readonly sequence: number;
  /** The release moment staff set; `null` follows the policy. */
  readonly release: Date | null;
  /** Every code ever loaded, in order of loading, which is the order in which they are given. */
  readonly codes: readonly string[];
  /** How many codes, from the first on, are given. */
  readonly taken: number;
  /** Cards that wait, or waited, for the draw, in the order in which they joined. */
  readonly waiting: ReadonlySet<CardNumber>;
  readonly draw: MonthDraw | null;
  /** What the draw gave, the first place first; follows from the two before. */
  readonly places: ReadonlyMap<CardNumber, number>;
  /** In the order in which they were given. */
  readonly claims: ReadonlyMap<CardNumber, Claim>;
};

/** A copy to try changes on; it becomes the state only once they are durable. */
export type MonthDraft = {
  -readonly [Key in keyof MonthState]: MonthState[Key];
} & { claims: Map<CardNumber, Claim>; waiting: Set<CardNumber> };

export function emptyMonth(month: Month): MonthState {
  return {
    month,
    sequence: 0,
    release: null,
    codes: [],
    taken: 0,
    waiting: new Set(),
    draw: null,
    places: new Map(),
    claims: new Map(),
  };
}

export function draftOf(state: MonthState): MonthDraft {
  return { ...state, claims: new Map(state.claims), waiting: new Set(state.waiting) };
}

export function codesLeft(state: MonthState): number {
  return state.codes.length - state.taken;
}

/** The code that is given next; `undefined` when none is left. */
export function nextCode(state: MonthState): string | undefined {
  return state.codes[state.taken];
}

/** Makes the change. Throws a RangeError when it contradicts the state: then the data are damaged. */
export function applyEntry(draft: MonthDraft, entry: MonthEntry): void {
  switch (entry.type) {
    case 'imported':
      draft.codes = [...draft.codes, ...entry.codes];
      return;
    case 'claimed':
      return applyClaim(draft, entry);
    case 'activated': {
      const claim = draft.claims.get(entry.card);
      if (!claim) throw new RangeError('an activation without its claim');
      draft.claims.set(entry.card, { ...claim, activated: entry.activated });
      return;
    }
    case 'joined':
      if (draft.draw || draft.waiting.has(entry.card)) throw new RangeError('joined twice or late');
      draft.waiting.add(entry.card);
      return;
    case 'drawn':
      return applyDraw(draft, entry);
    case 'released':
      draft.release = entry.release;
      return;
  }
}

function applyDraw(draft: MonthDraft, entry: MonthEntry & { type: 'drawn' }): void {
  const { seed, keptUntil, waiting, codes } = entry;
  const isPossible = waiting === draft.waiting.size && codes === codesLeft(draft);
  if (draft.draw || !isPossible) throw new RangeError('a draw of another list');
  draft.draw = { seed, keptUntil, codes };
  draft.places = placesOf(draft.waiting, draft.draw);
}

function applyClaim(draft: MonthDraft, entry: MonthEntry & { type: 'claimed' }): void {
  const { card, code, at } = entry;
  if (draft.claims.has(card)) throw new RangeError('two claims of one card');
  if (code !== nextCode(draft)) throw new RangeError('a claim of a code that is not free');
  draft.taken += 1;
  draft.claims.set(card, { card, month: draft.month, code, claimedAt: at, activated: null });
}
