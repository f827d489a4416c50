import type { AccountFactName, AccountFacts } from '../rules/index.ts';
import type { CardNumber } from './readerAccounts.ts';

/** Something that can tell facts about a card, and perhaps nothing else. */
export type FactSource = {
  /** Machine name, as it stands in a fact's `source` and in the manifest. */
  readonly name: string;
  /** Never throws. A fact that is left out is one this source knows nothing about. */
  facts(card: CardNumber): Promise<Partial<AccountFacts>>;
};

/** Which sources are asked for a fact, the most trusted first. */
export type SourceOrder = Readonly<Record<AccountFactName, readonly string[]>>;

export const accountFactNames = [
  'balance',
  'loansThisYear',
  'dataConfirmedOn',
  'overdueItems',
] as const satisfies readonly AccountFactName[];
