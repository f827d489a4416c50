import type { CardNumber } from '../library/index.ts';
import type { Month } from '../rules/index.ts';

export type Joining =
  /** The card is on the list, now or since before. `waiting`: readers on it. */
  { readonly outcome: 'waiting'; readonly waiting: number } | { readonly outcome: 'drawn' };

/** What a draw gave to a card. */
export type DrawnPlace = {
  /** From 1. */
  readonly place: number;
  /** Readers who took part. */
  readonly of: number;
  /** Until when a code is kept for the card; `null` when its place is behind the last code. */
  readonly keptUntil: Date | null;
};

export type DrawTerms = {
  readonly at: Date;
  /** Until then a code is kept for each of the first places. */
  readonly keptUntil: Date;
};

/**
 * The list of readers who wait for a month's release, and the draw of their order. What a call
 * acknowledges is durable and stands in the audit. Calls reject with a `LedgerError`.
 */
export type DrawLedger = {
  /** One place a card, however often it asks. */
  join(card: CardNumber, month: Month, at: Date): Promise<Joining>;
  /** Readers who wait for a draw; 0 once it was held. */
  waiting(month: Month): Promise<number>;
  /**
   * Holds the draw by a seed that nobody could know before, once: false when it was held already, or
   * nobody waits.
   */
  draw(month: Month, terms: DrawTerms): Promise<boolean>;
  /** `null` for a card that did not take part, and before the draw. */
  placeOf(card: CardNumber, month: Month): Promise<DrawnPlace | null>;
  /** Until when all codes left are kept for other cards; `null` when this one may claim. */
  keptForOthersUntil(card: CardNumber, month: Month, at: Date): Promise<Date | null>;
};
