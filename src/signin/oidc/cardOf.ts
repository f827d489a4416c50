import type { CardNumber } from '../../library/index.ts';
import { readCardNumber } from '../credentials.ts';

/**
 * The card number that a provider names; `null` when there is none that could be one. Written in one
 * way only: two spellings of a card would be two readers to the ledger.
 */
export function cardOf(claim: unknown): CardNumber | null {
  if (typeof claim !== 'string') return null;
  const card = readCardNumber(claim);
  // The provider is where this installation's card numbers come from, so its word makes it one.
  return card === null || card === '' ? null : (card.normalize('NFC') as CardNumber);
}
