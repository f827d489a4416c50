import type { CardNumber } from '../../library/index.ts';
import type { DrawLedger, DrawTerms, DrawnPlace, Joining } from '../drawLedger.ts';
import { keptForOthersUntil } from './keptCodes.ts';
import type { MonthShelf } from './monthShelf.ts';
import { codesLeft, type MonthState } from './monthState.ts';
import type { MonthDecision } from './monthStore.ts';

/** The draw's side of a ledger of files. */
export function monthDraws(shelf: MonthShelf, newSeed: () => string): DrawLedger {
  return {
    async join(card, of, at) {
      return (await shelf.findOrCreate(of)).change(decideJoin(card, at));
    },
    async waiting(of) {
      const state = shelf.find(of)?.state();
      return state && !state.draw ? state.waiting.size : 0;
    },
    async draw(of, terms) {
      return (await shelf.find(of)?.change(decideDraw(terms, newSeed()))) ?? false;
    },
    async placeOf(card, of) {
      const state = shelf.find(of)?.state();
      return state ? placeIn(state, card) : null;
    },
    async keptForOthersUntil(card, of, at) {
      const state = shelf.find(of)?.state();
      return state ? keptForOthersUntil(state, card, at) : null;
    },
  };
}

function decideJoin(card: CardNumber, at: Date): (state: MonthState) => MonthDecision<Joining> {
  return ({ draw, waiting }) => {
    if (draw) return { answer: { outcome: 'drawn' }, entry: null };
    if (waiting.has(card)) {
      return { answer: { outcome: 'waiting', waiting: waiting.size }, entry: null };
    }
    const answer: Joining = { outcome: 'waiting', waiting: waiting.size + 1 };
    return { answer, entry: { type: 'joined', at, card } };
  };
}

function decideDraw({ at, keptUntil }: DrawTerms, seed: string) {
  return (state: MonthState): MonthDecision<boolean> => {
    const { size: waiting } = state.waiting;
    if (state.draw || waiting === 0) return { answer: false, entry: null };
    const codes = codesLeft(state);
    return { answer: true, entry: { type: 'drawn', at, seed, keptUntil, waiting, codes } };
  };
}

function placeIn({ places, draw }: MonthState, card: CardNumber): DrawnPlace | null {
  const place = places.get(card);
  if (!draw || place === undefined) return null;
  return { place, of: places.size, keptUntil: place <= draw.codes ? draw.keptUntil : null };
}
