import { foldedKey } from './fold.ts';

/** A folded word of a message. */
export type Token = {
  readonly word: string;
  /** Where it stands in the message. */
  readonly start: number;
  /** What stands right behind it, as far as it may part two questions. */
  readonly end: End;
  /** True before a colon: what follows belongs to it. */
  readonly leads: boolean;
};

/**
 * `line`: the end of a line, a question mark, or a sign between the items of a list; `mark`: the mark
 * that begins the next item.
 */
export type End = 'none' | 'comma' | 'sentence' | 'line' | 'mark';

const ends: Readonly<Record<string, End>> = {
  ',': 'comma',
  '.': 'sentence',
  '!': 'sentence',
  ';': 'line',
  '?': 'line',
  '\n': 'line',
  '/': 'line',
  '+': 'line',
};
const strength: readonly End[] = ['none', 'comma', 'sentence', 'line', 'mark'];

/** The words of a message; `marks` are the places where items of a list begin. */
export function tokensOf(message: string, marks: readonly number[]): Token[] {
  const found: { word: string; start: number; end: End; leads: boolean }[] = [];
  for (const match of message.matchAll(/[\p{L}\p{N}\p{Cf}]+|[,.:!?;\n]|(?<= )[/+](?= )/gu)) {
    const [piece] = match;
    const last = found.at(-1);
    const end = ends[piece];
    if (piece === ':') {
      if (last) last.leads = true;
    } else if (end === undefined) {
      if (last && marks.some((mark) => last.start < mark && mark <= match.index)) last.end = 'mark';
      found.push({ word: foldedKey(piece), start: match.index, end: 'none', leads: false });
    } else if (last && strength.indexOf(end) > strength.indexOf(last.end)) last.end = end;
  }
  return found;
}
