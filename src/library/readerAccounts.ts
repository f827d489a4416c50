import type { AccountFactName, AccountFacts } from '../rules/index.ts';

/** A library card number as the library writes it. The key of every claim. */
export type CardNumber = string & { readonly brand: 'CardNumber' };

/**
 * What a check of card and password ended with. `refused` tells nothing more on purpose: an unknown
 * card, a wrong password and a blocked card look alike.
 */
export type Authentication =
  | { readonly outcome: 'authenticated'; readonly card: CardNumber }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'unavailable' };

/** The library's own system, seen by the bot. Every library system implements this port. */
export type ReaderAccounts = {
  /** Machine name of the system, as it stands in a fact's `source`. */
  readonly system: string;
  /** Never throws: a system that does not answer is `unavailable`. */
  authenticate(card: string, password: string): Promise<Authentication>;
  /** Never throws: what cannot be read is an unknown fact. */
  facts(card: CardNumber): Promise<AccountFacts>;
  /** False when the system does not answer. Used by `/health` and staff. */
  isAvailable(): Promise<boolean>;
  close(): Promise<void>;
};

/** What keeps a library system from telling all it should. For the operator, in English. */
export type SystemProblem = { readonly code: string; readonly message: string };

/** What staff and the operator may ask of a library system besides. */
export type SystemInspection = {
  /** Facts that it can never tell, as it is set up. */
  readonly untold: readonly AccountFactName[];
  /** What keeps it from telling all it should. Never throws. */
  inspect(): Promise<readonly SystemProblem[]>;
  /** What it writes about a card to people: for staff, never to decide on. Never throws. */
  remarks(card: string): Promise<readonly string[]>;
};
