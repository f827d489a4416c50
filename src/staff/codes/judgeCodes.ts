import { spellingOf } from '../../codes/index.ts';
import type { CodeCell } from './codeFile.ts';

/** What keeps a line of the file from being a code. */
export type LineProblem =
  | { readonly kind: 'empty'; readonly line: number }
  | {
      readonly kind: 'strangeCharacters';
      readonly line: number;
      /** Those that no code has, each once. */
      readonly characters: string;
    }
  /** A spreadsheet took the code for a number and rounded it: `4,15E+11`. */
  | { readonly kind: 'spreadsheetNumber'; readonly line: number }
  | {
      readonly kind: 'wrongLength';
      readonly line: number;
      readonly length: number;
      /** The length most codes of the file have. */
      readonly usual: number;
    }
  | { readonly kind: 'duplicateInFile'; readonly line: number; readonly firstLine: number };

export type JudgedCodes = {
  /** The codes without a problem, in the order of the file. */
  readonly codes: readonly CodeCell[];
  /** By line. */
  readonly problems: readonly LineProblem[];
};

const strangeCharacter = /[^A-Za-z0-9_-]/gu;
const roundedNumber = /^\d+([.,]\d+)?E\+?\d+$/i;

/**
 * Judges each code by itself and among the others. No code's form is published, so a code is letters,
 * digits and hyphens, and as long as most of its file, unless staff say that lengths may differ. The
 * same code in another spelling is the same code.
 */
export function judgeCodes(
  cells: readonly CodeCell[],
  options: { readonly acceptsAnyLength: boolean },
): JudgedCodes {
  const usual = usualLength(cells);
  const firstLines = new Map<string, number>();
  const codes: CodeCell[] = [];
  const problems: LineProblem[] = [];
  for (const cell of cells) {
    const spelling = spellingOf(cell.text);
    const firstLine = firstLines.get(spelling);
    const problem =
      problemOfForm(cell) ??
      (firstLine === undefined
        ? problemOfLength(cell, options.acceptsAnyLength ? null : usual)
        : ({ kind: 'duplicateInFile', line: cell.line, firstLine } as const));
    if (firstLine === undefined) firstLines.set(spelling, cell.line);
    if (problem) problems.push(problem);
    else codes.push(cell);
  }
  return { codes, problems };
}

function problemOfForm({ line, text }: CodeCell): LineProblem | null {
  if (text === '') return { kind: 'empty', line };
  if (roundedNumber.test(text)) return { kind: 'spreadsheetNumber', line };
  const strange = new Set(text.match(strangeCharacter) ?? []);
  if (strange.size === 0) return null;
  return { kind: 'strangeCharacters', line, characters: [...strange].map(visible).join(' ') };
}

function problemOfLength({ line, text }: CodeCell, usual: number | null): LineProblem | null {
  if (usual === null || text.length === usual) return null;
  return { kind: 'wrongLength', line, length: text.length, usual };
}

/** The length that most codes have; of equally frequent ones, that of the earliest line. */
function usualLength(cells: readonly CodeCell[]): number {
  const counts = new Map<number, number>();
  for (const { text } of cells) counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

/** A blank or a control character by its number, so that it can be seen. */
function visible(character: string): string {
  if (!/[\s\p{C}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
