import type { CardNumber } from '../../library/index.ts';
import type { Claim, ClaimOutcome, PoolImport } from '../codeLedger.ts';
import { spellingOf } from '../spellingOf.ts';
import { keptForOthersUntil } from './keptCodes.ts';
import { nextCode, type MonthState } from './monthState.ts';
import type { MonthDecision } from './monthStore.ts';

type Decide<Answer> = (state: MonthState) => MonthDecision<Answer>;

/** The card's own code again, else the next one that is free for it, else none. */
export function decideClaim(card: CardNumber, at: Date): Decide<ClaimOutcome> {
  return (state) => {
    const held = state.claims.get(card);
    if (held) return { answer: { outcome: 'alreadyClaimed', claim: held }, entry: null };
    const code = nextCode(state);
    if (code === undefined) return { answer: { outcome: 'poolEmpty' }, entry: null };
    const until = keptForOthersUntil(state, card, at);
    if (until) {
      return { answer: { outcome: 'poolEmpty', keptForOthersUntil: until }, entry: null };
    }
    const claim: Claim = { card, month: state.month, code, claimedAt: at, activated: null };
    return { answer: { outcome: 'issued', claim }, entry: { type: 'claimed', at, card, code } };
  };
}

/** All codes or none; a code that stands twice in the list or in the month refuses all. */
export function decideImport(codes: readonly string[], by: string, at: Date): Decide<PoolImport> {
  return ({ month, codes: loaded }) => {
    const known = new Set(loaded.map(spellingOf));
    const duplicates = codes.filter((code) => known.size === known.add(spellingOf(code)).size);
    if (duplicates.length > 0) {
      const named = duplicates.map((code) => ({ code, month }));
      return { answer: { outcome: 'duplicates', duplicates: named }, entry: null };
    }
    const answer: PoolImport = { outcome: 'imported', added: codes.length };
    if (codes.length === 0) return { answer, entry: null };
    return { answer, entry: { type: 'imported', at, by, codes: [...codes] } };
  };
}

export function decideRelease(release: Date, by: string, at: Date): Decide<null> {
  return () => ({ answer: null, entry: { type: 'released', at, by, release } });
}

/** Answers false when the card has no claim in the month. */
export function decideActivation(
  card: CardNumber,
  activated: boolean | null,
  by: string,
  at: Date,
): Decide<boolean> {
  return ({ claims }) => {
    const claim = claims.get(card);
    if (!claim) return { answer: false, entry: null };
    if (claim.activated === activated) return { answer: true, entry: null };
    return { answer: true, entry: { type: 'activated', at, by, card, activated } };
  };
}
