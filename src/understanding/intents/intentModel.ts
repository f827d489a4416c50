import type { Intent } from '../understanding.ts';
import { featuresOf } from './features.ts';
import { buildLexicon, readMessage, type Lexicon } from './readMessage.ts';
import { trainRegression } from './regression.ts';
import { canonicalData, hashOf, type CanonicalData, type TrainingData } from './trainingData.ts';
import { buildVocabulary, vectorOf, type Vocabulary } from './vector.ts';

/** A trained classifier. Opaque to other parts: pass it to `rank` or `createUnderstand`. */
export type IntentModel = {
  readonly data: CanonicalData;
  /** SHA-256 of the training data and method. */
  readonly hash: string;
  readonly labels: readonly Intent[];
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  /** A row of one weight a label for each feature; the last row is the bias. */
  readonly weights: Float32Array;
  /** Folded training messages that belong to one label only → position of the label. */
  readonly exactMessages: ReadonlyMap<string, number>;
  /** Folded words that ask nothing → what to offer. */
  readonly bareWords: ReadonlyMap<string, readonly Intent[]>;
};

/** The parts of a model that follow from the data without training. */
export function describeData(
  data: CanonicalData,
): Pick<IntentModel, 'data' | 'hash' | 'labels' | 'lexicon' | 'exactMessages' | 'bareWords'> {
  const texts = data.messages.flatMap(([, list]) => list);
  return {
    data,
    hash: hashOf(data),
    labels: data.messages.map(([label]) => label),
    lexicon: buildLexicon(texts, new Map(data.concepts), data.politeness),
    exactMessages: findExactMessages(data),
    bareWords: new Map(data.bareWords),
  };
}

/**
 * Trains the classifier: pure, and bit for bit the same for the same data in any order. Takes
 * ten seconds or more of CPU; keep the result with `serialiseModel`.
 */
export function trainModel(trainingData: TrainingData): IntentModel {
  const description = describeData(canonicalData(trainingData));
  const { data, lexicon } = description;
  const messages = data.messages.flatMap(([, texts], label) =>
    texts.map((text) => ({
      label,
      features: featuresOf(readMessage(text, lexicon, { steps: 0 }), lexicon.concepts),
    })),
  );
  const vocabulary = buildVocabulary(messages.map(({ features }) => features));
  const examples = messages.map(({ label, features }) => ({
    label,
    vector: vectorOf(features, vocabulary),
  }));
  const weights = trainRegression(examples, data.messages.length, vocabulary.indexOf.size);
  return { ...description, vocabulary, weights };
}

function findExactMessages({ messages }: CanonicalData): Map<string, number> {
  const found = new Map<string, number>();
  const ambiguous = new Set<string>();
  messages.forEach(([, texts], label) => {
    for (const text of texts) {
      if (found.has(text)) ambiguous.add(text);
      found.set(text, label);
    }
  });
  for (const text of ambiguous) found.delete(text);
  return found;
}
