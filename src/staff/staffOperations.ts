import type { ActivationOperations } from './activations/activationOperations.ts';
import type { CalendarDay, Month } from '../rules/index.ts';
import type { LineProblem } from './codes/judgeCodes.ts';
import type { TextEncoding } from './csv/decodeText.ts';
import type { QuestionOperations } from './questions/questionOperations.ts';
import type { ReleaseOperations } from './release/releaseOperations.ts';

/** How strictly a file of codes is read. */
export type ImportOptions = {
  /** True: codes of different lengths are no mistake. */
  readonly acceptsAnyLength: boolean;
};

export type CodeProblem =
  LineProblem | { readonly kind: 'alreadyLoaded'; readonly line: number; readonly month: Month };

/** What importing a file would do. Nothing is saved by looking. */
export type ImportPreview =
  | {
      readonly outcome: 'ready';
      readonly month: Month;
      readonly encoding: TextEncoding;
      /** Title of the column the codes stand in; `null` when the file has no titles. */
      readonly title: string | null;
      /** Codes that would be added. */
      readonly codes: number;
      /** Codes the month has already. */
      readonly loaded: number;
      /** Codes a fully loaded month has, by the policy in force. */
      readonly poolSize: number;
      /** True when the month is over, so that nobody could claim these codes. */
      readonly isPast: boolean;
    }
  | {
      readonly outcome: 'mistakes';
      readonly codes: number;
      /** By line; the first hundred. */
      readonly problems: readonly CodeProblem[];
      readonly problemCount: number;
    }
  | { readonly outcome: 'unreadable'; readonly line: number }
  /** `farMonth`: nobody can mean codes of a month so long past or so far ahead. */
  | { readonly outcome: 'empty' | 'noCodeColumn' | 'tooLarge' | 'farMonth' };

/** Anything but `imported` means that nothing was saved. */
export type ImportResult =
  | { readonly outcome: 'imported'; readonly added: number; readonly report: MonthReport }
  | Exclude<ImportPreview, { outcome: 'ready' }>;

export type MonthReport = {
  readonly month: Month;
  readonly loaded: number;
  readonly claimed: number;
  readonly left: number;
  /** Codes a fully loaded month has, by the policy in force. */
  readonly poolSize: number;
  readonly release: {
    readonly at: Date;
    /** True when staff set the moment, false when it follows from the policy. */
    readonly scheduled: boolean;
  };
};

export type ReleaseResult =
  | { readonly outcome: 'set'; readonly at: Date; readonly isPast: boolean }
  /** The day is none of the month: codes can be claimed in their own month only. */
  | { readonly outcome: 'otherMonth' };

/** A claim without a name: time, and the last characters of card and code. */
export type ClaimLine = {
  readonly claimedAt: Date;
  readonly card: string;
  readonly code: string;
};

/** What staff can do with codes. */
export type CodeOperations = {
  previewImport(file: Uint8Array, month: Month, options: ImportOptions): Promise<ImportPreview>;
  /** Judges the file again and saves all of it or nothing. */
  commitImport(file: Uint8Array, month: Month, options: ImportOptions): Promise<ImportResult>;
  /** The month named, else the current one in the library. */
  monthReport(month: Month | null): Promise<MonthReport>;
  /** `time` is `HH:MM` in the library. */
  setRelease(month: Month, day: CalendarDay, time: string): Promise<ReleaseResult>;
  claims(month: Month): Promise<readonly ClaimLine[]>;
};

/**
 * What staff can do. Implemented over the files of this process, and over the door of the running
 * bot, which holds the files.
 */
export type StaffOperations = CodeOperations &
  QuestionOperations &
  ActivationOperations &
  ReleaseOperations;
