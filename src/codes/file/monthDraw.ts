import type { CardNumber } from '../../library/index.ts';
import { drawOrder } from '../draw.ts';

/** A draw that was held. */
export type MonthDraw = {
  readonly seed: string;
  readonly keptUntil: Date;
  /** Codes that were free: the first so many places have one kept. */
  readonly codes: number;
};

/** Each waiting card's place, from 1, in the order of places. */
export function placesOf(
  waiting: ReadonlySet<CardNumber>,
  draw: Pick<MonthDraw, 'seed'> | null,
): ReadonlyMap<CardNumber, number> {
  if (!draw) return new Map();
  const cards = [...waiting];
  const inOrder = drawOrder(draw.seed, cards.length).flatMap((index) => cards[index] ?? []);
  return new Map(inOrder.map((card, index) => [card, index + 1]));
}
