import { fold } from './fold.ts';

/** Concept name → entries: beginnings of folded words; an entry that ends in "=" is a whole word. */
export type ConceptEntries = ReadonlyMap<string, readonly string[]>;

export type Concepts = {
  readonly wholeWords: ReadonlyMap<string, readonly string[]>;
  readonly prefixes: ReadonlyMap<string, readonly string[]>;
  readonly longestPrefix: number;
};

/** The concept of every word with a digit in it. */
const numberConcept = 'NUM';

export function readConcepts(entries: ConceptEntries): Concepts {
  const wholeWords = new Map<string, string[]>();
  const prefixes = new Map<string, string[]>();
  for (const [concept, list] of entries) {
    for (const entry of list) {
      const isWholeWord = entry.endsWith('=');
      const word = fold(isWholeWord ? entry.slice(0, -1) : entry);
      const target = isWholeWord ? wholeWords : prefixes;
      target.set(word, [...(target.get(word) ?? []), concept].sort());
    }
  }
  const longestPrefix = [...prefixes.keys()].reduce((most, key) => Math.max(most, key.length), 0);
  return { wholeWords, prefixes, longestPrefix };
}

/** What a folded word is about: its whole-word entry, else its longest known beginning. */
export function conceptsOf(word: string, concepts: Concepts): readonly string[] {
  const whole = concepts.wholeWords.get(word);
  if (whole) return whole;
  for (let length = Math.min(word.length, concepts.longestPrefix); length > 0; length -= 1) {
    const found = concepts.prefixes.get(word.slice(0, length));
    if (found) return found;
  }
  return /\p{N}/u.test(word) ? [numberConcept] : [];
}
