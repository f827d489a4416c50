import type { Clock } from '../clock.ts';
import { spellingOf, type Claim, type CodeLedger } from '../codes/index.ts';
import {
  addMonths,
  dayOf,
  firstDayOf,
  monthOf,
  policyAt,
  type Month,
  type PolicyHistory,
} from '../rules/index.ts';
import type { KeyedRecords } from '../storage/index.ts';
import { activationFile } from './activationFile.ts';
import { lastCharacters } from './lastCharacters.ts';
import { largestCodeFile } from './staffOperations.ts';

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

export type ActivationOperations = {
  previewActivations(file: Uint8Array, month: Month): Promise<ActivationPreview>;
  /** Anything but `ready` means that nothing was saved. */
  commitActivations(file: Uint8Array, month: Month): Promise<ActivationPreview>;
  /** Puts back what was known before the last report of the month; `null` when there is none. */
  undoActivations(month: Month): Promise<{ readonly restored: number } | null>;
};

/** The records in which that is kept. */
export const activationReports = 'activation-reports';

/** What was known before a report, by the spelling of the code: no card is kept for it. */
export type ActivationsBefore = {
  readonly before: readonly { readonly code: string; readonly activated: boolean | null }[];
};

const actor = 'staff';
const shown = 20;
/** A report can be taken back until the next one comes, and two months at most, in milliseconds. */
const undoFor = 62 * 24 * 3_600_000;

type Marked = { readonly claim: Claim; readonly activated: boolean };

/** Staff's operations on reports of activations. Rejects with the ledger's `LedgerError`. */
export function activationOperations(
  ledger: CodeLedger,
  reports: Pick<KeyedRecords<ActivationsBefore>, 'get' | 'put' | 'delete'>,
  policies: PolicyHistory,
  clock: Clock,
): ActivationOperations {
  async function judge(
    file: Uint8Array,
    month: Month,
  ): Promise<{ readonly preview: ActivationPreview; readonly marked: readonly Marked[] }> {
    const refused = (preview: ActivationPreview) => ({ preview, marked: [] });
    if (file.length > largestCodeFile) return refused({ outcome: 'tooLarge' });
    const report = activationFile(file);
    if (report.outcome !== 'read') return refused(report);

    const claims = await ledger.claims(month);
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
    const nextMonth = addMonths(month, 1);
    return {
      marked,
      preview: {
        outcome: 'ready',
        month,
        claims: claims.length,
        activated: claims.length - notActivated,
        notActivated,
        changes: marked.filter((one) => one.claim.activated !== one.activated).length,
        refused: penalises(nextMonth) ? notActivated : 0,
        nextMonth,
        unmatched: unmatched
          .slice(0, shown)
          .map(({ line, code }) => ({ line, codeEnd: lastCharacters(code) })),
        unmatchedCount: unmatched.length,
      },
    };
  }

  function penalises(nextMonth: Month): boolean {
    const today = dayOf(clock());
    const first = firstDayOf(nextMonth);
    const isOver = nextMonth < monthOf(clock());
    return !isOver && policyAt(policies, first < today ? today : first).penaltyMonths > 0;
  }

  return {
    previewActivations: async (file, month) => (await judge(file, month)).preview,

    async commitActivations(file, month) {
      const { preview, marked } = await judge(file, month);
      if (preview.outcome !== 'ready') return preview;
      // First, so that a report that is saved by half can be taken back whole.
      const before = marked.map(({ claim: { code, activated } }) => ({
        code: spellingOf(code),
        activated,
      }));
      await reports.put(month, { before }, new Date(clock().getTime() + undoFor));
      await Promise.all(
        marked.map(({ claim, activated }) =>
          ledger.setActivated(claim.card, month, activated, actor),
        ),
      );
      return preview;
    },

    async undoActivations(month) {
      const report = await reports.get(month);
      if (!report) return null;
      const known = new Map(report.before.map(({ code, activated }) => [code, activated]));
      const changed = (await ledger.claims(month)).filter(({ code, activated }) => {
        const before = known.get(spellingOf(code));
        // A code that was claimed since is not in the report.
        return before !== undefined && before !== activated;
      });
      await Promise.all(
        changed.map(({ card, code }) =>
          ledger.setActivated(card, month, known.get(spellingOf(code)) ?? null, actor),
        ),
      );
      await reports.delete(month);
      return { restored: changed.length };
    },
  };
}
