import { foldedKey } from './fold.ts';

/**
 * Concept name → entries. An entry is the beginning of a folded word ("kod"), a whole word
 * ("pin="), or several words of which the last may be a beginning ("do kiedy", "od nowa=").
 */
export type ConceptEntries = ReadonlyMap<string, readonly string[]>;

export type Concepts = {
  /** Entries by their words before the last one; single words are under the empty text. */
  readonly tables: ReadonlyMap<string, EntryTable>;
  /** Words in the longest entry. */
  readonly longestEntry: number;
};

type EntryTable = {
  readonly wholeWords: Map<string, readonly string[]>;
  readonly prefixes: Map<string, readonly string[]>;
};

/** A stretch of a message that means something together. */
export type ConceptSpan = {
  /** Position of its first word. */
  readonly start: number;
  readonly length: number;
  readonly concepts: readonly string[];
};

/** The concept of every word with a digit in it. */
const numberConcept = 'NUM';

export function readConcepts(entries: ConceptEntries): Concepts {
  const tables = new Map<string, EntryTable>();
  let longestEntry = 1;
  for (const [concept, list] of entries) {
    for (const entry of list) {
      const words = foldedKey(entry).split(' ');
      const before = words.slice(0, -1).join(' ');
      const last = words.at(-1) ?? '';
      const table = tables.get(before) ?? { wholeWords: new Map(), prefixes: new Map() };
      tables.set(before, table);
      const target = entry.endsWith('=') ? table.wholeWords : table.prefixes;
      target.set(last, [...new Set([...(target.get(last) ?? []), concept])].sort());
      longestEntry = Math.max(longestEntry, words.length);
    }
  }
  return { tables, longestEntry };
}

/** What a folded word on its own is about: its whole-word entry, else its longest known beginning. */
export function conceptsOf(word: string, { tables }: Concepts): readonly string[] {
  return lookUp(word, tables.get('')) ?? (/\p{N}/u.test(word) ? [numberConcept] : []);
}

/**
 * The message cut into stretches, each with what it is about; most are single words, many of them
 * about nothing. Where entries overlap the one with the most words wins, read from the left.
 */
export function conceptSpans(words: readonly string[], concepts: Concepts): ConceptSpan[] {
  const spans: ConceptSpan[] = [];
  let start = 0;
  while (start < words.length) {
    const span = longestSpan(words, start, concepts);
    spans.push(span);
    start += span.length;
  }
  return spans;
}

function longestSpan(words: readonly string[], start: number, concepts: Concepts): ConceptSpan {
  const most = Math.min(concepts.longestEntry, words.length - start);
  for (let length = most; length > 1; length -= 1) {
    const last = words[start + length - 1] ?? '';
    const before = words.slice(start, start + length - 1).join(' ');
    const found = lookUp(last, concepts.tables.get(before));
    if (found) return { start, length, concepts: found };
  }
  return { start, length: 1, concepts: conceptsOf(words[start] ?? '', concepts) };
}

function lookUp(word: string, table: EntryTable | undefined): readonly string[] | undefined {
  if (!table) return undefined;
  const whole = table.wholeWords.get(word);
  if (whole) return whole;
  for (let length = word.length; length > 0; length -= 1) {
    const found = table.prefixes.get(word.slice(0, length));
    if (found) return found;
  }
  return undefined;
}
