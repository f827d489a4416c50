import { foldedKey } from '../understanding/index.ts';

/** Letters of a question that are compared. */
const comparedLength = 200;
const pieceLength = 3;

/** The pieces of the words of a question, each once: `" ko"`, `"kod"`, `"od "` for "Kod?". */
export type Pieces = ReadonlySet<string>;

/**
 * Pieces of the folded words, so that neither diacritics, case and punctuation nor the order of words
 * make a difference, and inflected forms and typos only a small one. A question without words is
 * one piece.
 */
export function piecesOf(text: string): Pieces {
  const pieces = new Set<string>();
  for (const word of foldedKey(text).slice(0, comparedLength).split(' ')) {
    const padded = ` ${word} `;
    for (let start = 0; start + pieceLength <= padded.length; start += 1) {
      pieces.add(padded.slice(start, start + pieceLength));
    }
  }
  return pieces.size === 0 ? new Set([text]) : pieces;
}

/** Dice's coefficient of two sets, 0 to 1, from their sizes and the number of shared members. */
export function likeness(shared: number, oneSize: number, otherSize: number): number {
  return oneSize + otherSize === 0 ? 0 : (2 * shared) / (oneSize + otherSize);
}
