import { featureGroups, type FeatureCounts } from './features.ts';

/** Which features the training messages have, and how rare each is. */
export type Vocabulary = {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly rarity: Float32Array;
  /** What a feature never seen in training adds to its group's squared length. */
  readonly unknownSquare: number;
};

/** A message as coordinates of the known features; its length is at most 1. */
export type Vector = { readonly indices: Int32Array; readonly values: Float32Array };

/** An unknown word is rarer than any known one, but says less than a word that fits nothing. */
const unknownWeight = 0.8;

export function buildVocabulary(messages: readonly FeatureCounts[]): Vocabulary {
  const documents = new Map<string, number>();
  for (const groups of messages) {
    for (const group of groups) {
      for (const feature of group.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
    }
  }
  const features = [...documents.keys()].sort();
  const rarity = Float32Array.from(
    features,
    (feature) => Math.log((1 + messages.length) / (1 + (documents.get(feature) ?? 0))) + 1,
  );
  return openVocabulary(features, rarity, messages.length);
}

/** The vocabulary of a stored model: `features` in the order of `rarity`. */
export function openVocabulary(
  features: readonly string[],
  rarity: Float32Array,
  messageCount: number,
): Vocabulary {
  return {
    indexOf: new Map(features.map((feature, index) => [feature, index])),
    rarity,
    unknownSquare: (unknownWeight * (Math.log(1 + messageCount) + 1)) ** 2,
  };
}

/**
 * Each group is scaled by its own length before it is weighed, so that the many pieces of words do
 * not drown the few concepts. Unknown features lengthen a group without being coordinates: a
 * message of strange words gets a short vector and with it an honest, low probability.
 */
export function vectorOf(groups: FeatureCounts, vocabulary: Vocabulary): Vector {
  const indices: number[] = [];
  const values: number[] = [];
  let totalSquare = 0;
  groups.forEach((counts, position) => {
    const weight = featureGroups[position]?.weight ?? 0;
    const from = values.length;
    let square = 0;
    for (const [feature, count] of counts) {
      const index = vocabulary.indexOf.get(feature);
      if (index === undefined) {
        square += vocabulary.unknownSquare;
        continue;
      }
      const value = (1 + Math.log(count)) * (vocabulary.rarity[index] ?? 0);
      square += value * value;
      indices.push(index);
      values.push(value);
    }
    if (square === 0) return;
    totalSquare += weight * weight;
    const scale = weight / Math.sqrt(square);
    for (let i = from; i < values.length; i += 1) values[i] = (values[i] ?? 0) * scale;
  });
  const scale = totalSquare === 0 ? 0 : 1 / Math.sqrt(totalSquare);
  return {
    indices: Int32Array.from(indices),
    values: Float32Array.from(values, (value) => value * scale),
  };
}
