import { lastCharacters, spellingOf, type Claim } from '../../codes/index.ts';
import { addMonths, type Month } from '../../rules/index.ts';
import { activationFile } from './activationFile.ts';
import { largestCodeFile } from '../codes/codeFile.ts';

/** What importing a report would do to the claims of a month. Nothing is saved by looking. */
export type ActivationPreview =
  | {
      readonly outcome: 'ready';
      readonly month: Month;
      /** Codes of the month that readers hold. */
      readonly claims: number;
      readonly activated: number;
      readonly notActivated: number;
      /** Claims that were known otherwise until now. */
      readonly changes: number;
      /** Readers who will get no code in `nextMonth` because of it, by the policy in force then. */
      readonly refused: number;
      readonly nextMonth: Month;
      /** Codes of the report that no reader holds: line and last characters; the first twenty. */
      readonly unmatched: readonly { readonly line: number; readonly codeEnd: string }[];
      readonly unmatchedCount: number;
    }
  | { readonly outcome: 'unreadable' | 'unclearState'; readonly line: number }
  /** `noMatch`: no code of the report was claimed in the month, so it is another month's report. */
  | { readonly outcome: 'empty' | 'noCodeColumn' | 'tooLarge' | 'noMatch' };

/** A report held against the claims of its month: what it would do, and each claim with what it says. */
export type JudgedReport = {
  readonly preview: ActivationPreview;
  readonly marked: readonly { readonly claim: Claim; readonly activated: boolean }[];
};

const shown = 20;

/** @param known `isPenalised`: whether a code that nobody activated costs the next one. */
export function judgeReport(
  file: Uint8Array,
  month: Month,
  { claims, isPenalised }: { readonly claims: readonly Claim[]; readonly isPenalised: boolean },
): JudgedReport {
  const refused = (preview: ActivationPreview): JudgedReport => ({ preview, marked: [] });
  if (file.length > largestCodeFile) return refused({ outcome: 'tooLarge' });
  const report = activationFile(file);
  if (report.outcome !== 'read') return refused(report);

  const claimed = new Set(claims.map(({ code }) => spellingOf(code)));
  const unmatched = report.codes.filter(({ code }) => !claimed.has(spellingOf(code)));
  if (unmatched.length === report.codes.length) return refused({ outcome: 'noMatch' });

  const activated = new Set(
    report.codes.filter((one) => one.isActivated).map(({ code }) => spellingOf(code)),
  );
  const marked = claims.map((claim) => ({
    claim,
    activated: activated.has(spellingOf(claim.code)),
  }));
  const notActivated = marked.filter((one) => !one.activated).length;
  return {
    marked,
    preview: {
      outcome: 'ready',
      month,
      claims: claims.length,
      activated: claims.length - notActivated,
      notActivated,
      changes: marked.filter((one) => one.claim.activated !== one.activated).length,
      refused: isPenalised ? notActivated : 0,
      nextMonth: addMonths(month, 1),
      unmatched: unmatched
        .slice(0, shown)
        .map(({ line, code }) => ({ line, codeEnd: lastCharacters(code) })),
      unmatchedCount: unmatched.length,
    },
  };
}
