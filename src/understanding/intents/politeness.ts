import { foldedKey } from './fold.ts';

/** Polite phrases that carry no question: "dzień dobry, mam pytanie" … "z góry dziękuję". */
export type PolitePhrases = {
  readonly opening: readonly string[];
  readonly closing: readonly string[];
};

export type Politeness = {
  readonly opening: PhraseSet;
  readonly closing: PhraseSet;
};

type PhraseSet = { readonly phrases: ReadonlySet<string>; readonly longest: number };

/** A message that is nothing but politeness must keep enough words to be recognised as such. */
const wordsKept = { afterOpening: 2, afterClosing: 3 };

export function readPoliteness({ opening, closing }: PolitePhrases): Politeness {
  return { opening: phraseSet(opening), closing: phraseSet(closing) };
}

function phraseSet(list: readonly string[]): PhraseSet {
  const phrases = new Set(list.map(foldedKey).filter((phrase) => phrase !== ''));
  const longest = [...phrases].reduce((most, phrase) => Math.max(most, wordCount(phrase)), 0);
  return { phrases, longest };
}

function wordCount(phrase: string): number {
  return phrase.split(' ').length;
}

/**
 * The words without the polite phrases around them. Works on whole words and in time linear in
 * their number: each step looks at the few lengths a phrase may have and never comes back.
 */
export function stripPoliteness(words: readonly string[], politeness: Politeness): string[] {
  let start = 0;
  for (;;) {
    const spare = words.length - start - wordsKept.afterOpening;
    const length = phraseLength(politeness.opening, spare, (size) =>
      words.slice(start, start + size),
    );
    if (length === 0) break;
    start += length;
  }

  let end = words.length;
  for (;;) {
    const spare = end - start - wordsKept.afterClosing;
    const length = phraseLength(politeness.closing, spare, (size) => words.slice(end - size, end));
    if (length === 0) break;
    end -= length;
  }
  return words.slice(start, end);
}

/** Length in words of the longest known phrase that `take` finds, or 0. */
function phraseLength(
  set: PhraseSet,
  spare: number,
  take: (size: number) => readonly string[],
): number {
  for (let size = Math.min(set.longest, spare); size > 0; size -= 1) {
    if (set.phrases.has(take(size).join(' '))) return size;
  }
  return 0;
}
