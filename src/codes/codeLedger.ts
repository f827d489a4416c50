import type { CardNumber } from '../library/index.ts';
import type { DrawLedger } from './drawLedger.ts';
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
  /** No code is left for the card; with a moment, those left are kept until then for who drew them. */
  | { readonly outcome: 'poolEmpty'; readonly keptForOthersUntil?: Date };

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

/** Where the audit of a month and its ledger disagree, and in how many places. */
export type AuditDifference = {
  readonly kind:
    /** Lines of an audit file are not what was written. */
    | 'damagedLines'
    /** A code was loaded that the audit does not know, or the other way round. */
    | 'codes'
    | 'claimsMissingInAudit'
    | 'claimsMissingInLedger'
    /** A claim of which card, code or time differ. */
    | 'claims'
    | 'activations'
    /** Who waited, the draw, or a code given against its order. */
    | 'draw'
    | 'release';
  readonly count: number;
};

/** What replaying the audit of a month came to. No difference: it gives the ledger. */
export type AuditVerdict = {
  readonly month: Month;
  /** Changes of the ledger in the audit. */
  readonly changes: number;
  /** Everything else in it: sign-ins, refusals, endings of journeys. */
  readonly events: number;
  readonly differences: readonly AuditDifference[];
};

/** The oldest months of which something is kept. */
export type Retention = {
  /** In months before it no claim names a card any more. */
  readonly claimsFrom: Month;
  /** The audit of months before it is deleted. */
  readonly auditFrom: Month;
};

/**
 * Pools, claims, schedule and audit. Implementations: lowdb (one process), PostgreSQL (several).
 * What a call acknowledges is durable. Calls reject with a `LedgerError` when the store cannot keep
 * its promise; then nothing was given.
 */
export type CodeLedger = {
  /** Absent where the store cannot hold a draw; then codes go to whoever asks first. */
  readonly draws?: DrawLedger;
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
  /** Codes that are loaded already, of whatever month, and are one of `codes` in any spelling. */
  knownCodes(codes: readonly string[]): Promise<readonly { code: string; month: Month }[]>;
  /** All or nothing. */
  importPool(month: Month, codes: readonly string[], at: Date, by: string): Promise<PoolImport>;
  summary(month: Month): Promise<MonthSummary>;
  /** Claims of a month, oldest first. */
  claims(month: Month): Promise<readonly Claim[]>;
  /** `null`: nobody knows any more, because a report was taken back. */
  setActivated(
    card: CardNumber,
    month: Month,
    activated: boolean | null,
    by: string,
  ): Promise<void>;
  audit(row: AuditRow): Promise<void>;
  /** All claims of the card that still name it, oldest first. */
  claimsOf(card: CardNumber): Promise<readonly Claim[]>;
  /** Rows of the audit that are about the card. */
  auditRowsOf(card: CardNumber): Promise<number>;
  /** Replays the audit of every month and compares; months whose audit is over its time are left out. */
  verifyAudit(): Promise<readonly AuditVerdict[]>;
  /** Takes the cards out of old claims and deletes old audits; returns how many months changed. */
  retain(limits: Retention): Promise<number>;
  /** False while claims cannot be made durable. */
  isHealthy(): boolean;
  close(): Promise<void>;
};
