import { createHash } from 'node:crypto';
import type { Intent } from '../understanding.ts';
import type { ConceptEntries } from './concepts.ts';
import { foldedKey } from './fold.ts';
import type { PolitePhrases } from './politeness.ts';
import type { QuestionWords } from './splitQuestions.ts';

/** What the model learns from: example messages a label, and the lexicon of the domain. */
export type TrainingData = {
  readonly messages: ReadonlyMap<Intent, readonly string[]>;
  readonly concepts: ConceptEntries;
  readonly politeness: PolitePhrases;
  readonly questionWords: QuestionWords;
  /** Words that name a subject and ask nothing, with what a reader may want of it. */
  readonly bareWords: ReadonlyMap<string, readonly Intent[]>;
};

/** The same data in one order and spelling, so that the order of files and lines cannot matter. */
export type CanonicalData = {
  readonly messages: readonly (readonly [Intent, readonly string[]])[];
  readonly concepts: readonly (readonly [string, readonly string[]])[];
  readonly politeness: PolitePhrases;
  readonly questionWords: QuestionWords;
  readonly bareWords: readonly (readonly [string, readonly Intent[]])[];
};

/** Raise it when the method changes, so that a model trained by the older method counts as stale. */
const methodVersion = 4;

export function canonicalData(data: TrainingData): CanonicalData {
  const { messages, concepts, politeness, questionWords, bareWords } = data;
  return {
    messages: sortedByKey(messages).map(([label, texts]) => [
      label,
      sortedOnce(texts.map(foldedKey).filter((text) => text !== '')),
    ]),
    concepts: sortedByKey(concepts).map(([concept, entries]) => [concept, sortedOnce(entries)]),
    politeness: {
      opening: sortedOnce(politeness.opening),
      closing: sortedOnce(politeness.closing),
    },
    questionWords: {
      joining: sortedOnce(questionWords.joining),
      starting: sortedOnce(questionWords.starting),
      subject: questionWords.subject,
    },
    bareWords: sortedByKey(bareWords).map(([word, offers]) => [foldedKey(word), offers]),
  };
}

/** SHA-256 of the data, for telling whether a stored model is still the model of these files. */
export function hashOf(data: CanonicalData): string {
  return createHash('sha256')
    .update(JSON.stringify([methodVersion, data]))
    .digest('hex');
}

function sortedByKey<Key extends string, Value>(map: ReadonlyMap<Key, Value>): [Key, Value][] {
  return [...map].sort(([a], [b]) => byCodeUnit(a, b));
}

function sortedOnce(list: readonly string[]): string[] {
  return [...new Set(list)].sort(byCodeUnit);
}

/** Never by locale: the order must be the same on every machine. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
