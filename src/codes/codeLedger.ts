import type { CardNumber } from '../library/index.ts';
import type { Month, PoolFacts, PreviousClaim, Schedule } from '../rules/index.ts';

/** A code given to a card. */
export type Claim = {
  readonly card: CardNumber;
  readonly month: Month;
  readonly code: string;
  readonly claimedAt: Date;
  /** `null` until an activation report tells. */
  readonly activated: boolean | null;
};

export type ClaimOutcome =
  | { readonly outcome: 'issued'; readonly claim: Claim }
  /** The card already held a code of that month: the same code again, nothing new was given. */
  | { readonly outcome: 'alreadyClaimed'; readonly claim: Claim }
  | { readonly outcome: 'poolEmpty' };

export type AuditRow = {
  readonly at: Date;
  /** Who acted: a reader's card, `staff`, or `system`. Cards are stored as keyed hashes. */
  readonly card: CardNumber | null;
  readonly event: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
};

export type PoolImport =
  | { readonly outcome: 'imported'; readonly added: number }
  /** Nothing was saved. Each entry names a code that is already loaded and its month. */
  | {
      readonly outcome: 'duplicates';
      readonly duplicates: readonly { code: string; month: Month }[];
    };

export type MonthSummary = {
  readonly month: Month;
  readonly loaded: number;
  readonly claimed: number;
  readonly left: number;
};

/**
 * Pools, claims, schedule and audit. Implementations: lowdb (one process), PostgreSQL (several).
 * What a call acknowledges is durable. Calls reject with a `LedgerError` when the store cannot keep
 * its promise; then nothing was given.
 */
export type CodeLedger = {
  /**
   * Gives the card a code of the month: atomic, and idempotent per card and month. Two cards never get
   * the same code, one card never gets two.
   */
  claim(card: CardNumber, month: Month, at: Date): Promise<ClaimOutcome>;
  claimOf(card: CardNumber, month: Month): Promise<Claim | null>;
  /** The newest claim before `month`, or `null`. */
  previousClaim(card: CardNumber, month: Month): Promise<PreviousClaim | null>;
  /** `null` when no code of the month was ever loaded. */
  pool(month: Month): Promise<PoolFacts | null>;
  schedule(): Promise<Schedule>;
  setRelease(month: Month, at: Date, by: string): Promise<void>;
  /** Codes already known among `codes`, in any month. Saves nothing. */
  knownCodes(codes: readonly string[]): Promise<readonly { code: string; month: Month }[]>;
  /** All or nothing. */
  importPool(month: Month, codes: readonly string[], at: Date, by: string): Promise<PoolImport>;
  summary(month: Month): Promise<MonthSummary>;
  /** Claims of a month, oldest first. */
  claims(month: Month): Promise<readonly Claim[]>;
  setActivated(card: CardNumber, month: Month, activated: boolean, by: string): Promise<void>;
  audit(row: AuditRow): Promise<void>;
  /** False while claims cannot be made durable. */
  isHealthy(): boolean;
  close(): Promise<void>;
};
