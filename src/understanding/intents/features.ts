import { conceptsOf, type Concepts } from './concepts.ts';
import { stemOf } from './stem.ts';

/** The kinds of evidence in a message and how much each counts. */
export const featureGroups = [
  { id: 'c', weight: 1.0 }, // pieces of words
  { id: 'w', weight: 0.5 }, // words
  { id: 's', weight: 0.5 }, // stems
  { id: 'b', weight: 0.4 }, // neighbouring stems, first and last word
  { id: 'y', weight: 1.2 }, // concepts
  { id: 'p', weight: 0.7 }, // pairs of concepts
] as const;

export type FeatureGroup = (typeof featureGroups)[number]['id'];

/** How often each feature occurs, for each group in the order of `featureGroups`. */
export type FeatureCounts = readonly ReadonlyMap<string, number>[];

const longestPiece = 4;

/** The features of a message, as names that start with their group, such as "w:kod". */
export function featuresOf(words: readonly string[], concepts: Concepts): FeatureCounts {
  const counts = new Map<FeatureGroup, Map<string, number>>(
    featureGroups.map(({ id }) => [id, new Map()]),
  );
  const add = (group: FeatureGroup, feature: string): void => {
    const ofGroup = counts.get(group);
    const name = `${group}:${feature}`;
    ofGroup?.set(name, (ofGroup.get(name) ?? 0) + 1);
  };

  for (const word of words) addPieces(word, add);
  for (const word of words) add('w', word);

  const stems = words.map(stemOf);
  for (const stem of stems) add('s', stem);
  const framed = ['^', ...stems, '$'];
  for (let i = 1; i < framed.length; i += 1) add('b', `${framed[i - 1] ?? ''} ${framed[i] ?? ''}`);

  const found = words.flatMap((word) => conceptsOf(word, concepts));
  for (const concept of found) add('y', concept);
  const distinct = [...new Set(found)].sort();
  distinct.forEach((one, i) => {
    for (const other of distinct.slice(i + 1)) add('p', `${one} ${other}`);
  });

  return [...counts.values()];
}

function addPieces(word: string, add: (group: FeatureGroup, feature: string) => void): void {
  const padded = ` ${word} `;
  for (let size = 1; size <= longestPiece; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) {
      const piece = padded.slice(start, start + size);
      if (piece !== ' ') add('c', piece);
    }
  }
}
