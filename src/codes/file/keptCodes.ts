import type { CardNumber } from '../../library/index.ts';
import { codesLeft, type MonthState } from './monthState.ts';

/** Until when all codes left are kept for other cards than this one; `null`: it may have one. */
export function keptForOthersUntil(state: MonthState, card: CardNumber, at: Date): Date | null {
  const { draw } = state;
  if (!draw || at >= draw.keptUntil || isWinner(state, card)) return null;
  const left = codesLeft(state);
  return left === 0 || left > unclaimedWinners(state) ? null : draw.keptUntil;
}

function isWinner({ draw, places }: MonthState, card: CardNumber): boolean {
  return (places.get(card) ?? Infinity) <= (draw?.codes ?? 0);
}

function unclaimedWinners({ draw, places, claims }: MonthState): number {
  let count = 0;
  for (const [card, place] of places) {
    if (place > (draw?.codes ?? 0)) break;
    if (!claims.has(card)) count += 1;
  }
  return count;
}
