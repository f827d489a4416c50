import { readConcepts, type ConceptEntries, type Concepts } from './concepts.ts';
import { wordsOf } from './fold.ts';
import {
  readPoliteness,
  stripPoliteness,
  type Politeness,
  type PolitePhrases,
} from './politeness.ts';
import { readSpelling, repairWords, type Effort, type Spelling } from './typoRepair.ts';

/** All that is known about words: what they are about, which are mere manners, how they are spelt. */
export type Lexicon = {
  readonly concepts: Concepts;
  readonly politeness: Politeness;
  readonly spelling: Spelling;
};

/** The lexicon of a set of training messages, each given as a folded text. */
export function buildLexicon(
  messages: readonly string[],
  conceptEntries: ConceptEntries,
  polite: PolitePhrases,
): Lexicon {
  const politeness = readPoliteness(polite);
  return {
    concepts: readConcepts(conceptEntries),
    politeness,
    spelling: readSpelling(messages.map((text) => stripPoliteness(wordsOf(text), politeness))),
  };
}

/** The words of a folded text that carry its meaning, with typos repaired. */
export function readMessage(folded: string, lexicon: Lexicon, effort: Effort): string[] {
  const words = stripPoliteness(wordsOf(folded), lexicon.politeness);
  return repairWords(words, lexicon.spelling, lexicon.concepts, effort);
}
