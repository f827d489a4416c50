import type { Clock } from '../../clock.ts';
import { lastCharacters, spellingOf, type CodeLedger } from '../../codes/index.ts';
import {
  addMonths,
  dayOf,
  instantAt,
  monthOf,
  monthOfDay,
  policyOfMonth,
  releaseOf,
  type Month,
  type PolicyHistory,
} from '../../rules/index.ts';
import { largestCodeFile, readCodeFile, type CodeCell } from './codeFile.ts';
import type { TextEncoding } from '../csv/decodeText.ts';
import { judgeCodes } from './judgeCodes.ts';
import type {
  CodeOperations,
  CodeProblem,
  ImportOptions,
  ImportPreview,
  MonthReport,
} from '../staffOperations.ts';

/** Who acts, in the ledger's audit. */
const actor = 'staff';
const shownProblems = 100;
/** Codes of a later month are a mistyped year. */
const monthsAhead = 12;

type Judged =
  | {
      readonly outcome: 'good';
      readonly codes: readonly CodeCell[];
      readonly encoding: TextEncoding;
      readonly title: string | null;
    }
  | Exclude<ImportPreview, { outcome: 'ready' }>;

/** Staff's operations on the codes of a ledger. Rejects with the ledger's `LedgerError`. */
export function ledgerOperations(
  ledger: CodeLedger,
  policies: PolicyHistory,
  clock: Clock,
): CodeOperations {
  async function judge(file: Uint8Array, month: Month, options: ImportOptions): Promise<Judged> {
    const now = monthOf(clock());
    const isFar = month < addMonths(now, -1) || month > addMonths(now, monthsAhead);
    if (isFar) return { outcome: 'farMonth' };
    if (file.length > largestCodeFile) return { outcome: 'tooLarge' };
    const read = readCodeFile(file);
    if (read.outcome !== 'read') return read;
    const { codes, problems } = judgeCodes(read.cells, options);
    const known = await ledger.knownCodes(codes.map(({ text }) => text));
    const all = [...problems, ...alreadyLoaded(codes, known)];
    if (all.length > 0) return mistakes(codes.length, all);
    return { outcome: 'good', codes, encoding: read.encoding, title: read.title };
  }

  async function report(month: Month): Promise<MonthReport> {
    const policy = policyOfMonth(policies, month, dayOf(clock()));
    const { at, scheduled } = releaseOf(month, await ledger.schedule(), policy);
    const summary = await ledger.summary(month);
    return { ...summary, poolSize: policy.poolSize, release: { at, scheduled } };
  }

  return {
    async previewImport(file, month, options) {
      const judged = await judge(file, month, options);
      if (judged.outcome !== 'good') return judged;
      const { codes, encoding, title } = judged;
      const { loaded, poolSize } = await report(month);
      const isPast = month < monthOf(clock());
      return {
        outcome: 'ready',
        month,
        encoding,
        title,
        codes: codes.length,
        loaded,
        poolSize,
        isPast,
      };
    },

    async commitImport(file, month, options) {
      const judged = await judge(file, month, options);
      if (judged.outcome !== 'good') return judged;
      const { codes } = judged;
      const texts = codes.map(({ text }) => text);
      const imported = await ledger.importPool(month, texts, clock(), actor);
      if (imported.outcome === 'duplicates') {
        // Somebody loaded them in the moment since they were judged.
        return mistakes(codes.length, alreadyLoaded(codes, imported.duplicates));
      }
      return { outcome: 'imported', added: imported.added, report: await report(month) };
    },

    async monthReport(month) {
      return report(month ?? monthOf(clock()));
    },

    async setRelease(month, day, time) {
      if (monthOfDay(day) !== month) return { outcome: 'otherMonth' };
      const at = instantAt(day, time);
      await ledger.setRelease(month, at, actor);
      return { outcome: 'set', at, isPast: at <= clock() };
    },

    async claims(month) {
      const claims = await ledger.claims(month);
      return claims.map(({ claimedAt, card, code }) => ({
        claimedAt,
        card: lastCharacters(card),
        code: lastCharacters(code),
      }));
    },
  };
}

function alreadyLoaded(
  codes: readonly CodeCell[],
  known: readonly { readonly code: string; readonly month: Month }[],
): readonly CodeProblem[] {
  const lines = new Map(codes.map(({ text, line }) => [spellingOf(text), line]));
  return known.map(({ code, month }) => ({
    kind: 'alreadyLoaded',
    line: lines.get(spellingOf(code)) ?? 0,
    month,
  }));
}

function mistakes(
  codes: number,
  problems: readonly CodeProblem[],
): Extract<ImportPreview, { outcome: 'mistakes' }> {
  const byLine = [...problems].sort((one, other) => one.line - other.line);
  return {
    outcome: 'mistakes',
    codes,
    problems: byLine.slice(0, shownProblems),
    problemCount: problems.length,
  };
}
