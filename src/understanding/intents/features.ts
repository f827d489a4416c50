import { conceptSpans, type Concepts } from './concepts.ts';
import { stemOf } from './stem.ts';

/** The kinds of evidence in a message and how much each counts. */
export const featureGroups = [
  { id: 'c', weight: 1.0 }, // pieces of words
  { id: 'w', weight: 0.5 }, // words
  { id: 's', weight: 0.5 }, // stems
  { id: 'b', weight: 0.4 }, // neighbouring stems, first and last word
  { id: 'y', weight: 1.2 }, // concepts
  { id: 'p', weight: 1.0 }, // pairs of concepts, in any order
  { id: 'q', weight: 1.2 }, // neighbouring concepts, in their order
  { id: 'l', weight: 0.3 }, // how many words: a keyword, a question, a story
] as const;

export type FeatureGroup = (typeof featureGroups)[number]['id'];

/** How often each feature occurs, for each group in the order of `featureGroups`. */
export type FeatureCounts = readonly ReadonlyMap<string, number>[];

type AddFeature = (group: FeatureGroup, feature: string) => void;

const longestPiece = 4;
/** The most words of each length that is told apart; what is longer is a story. */
const lengths = [1, 2, 4, 8, 16, 30];
const messageStart = '^';
const messageEnd = '$';

/** The features of a message, as names that start with their group, such as "w:kod". */
export function featuresOf(words: readonly string[], concepts: Concepts): FeatureCounts {
  const counts = new Map<FeatureGroup, Map<string, number>>(
    featureGroups.map(({ id }) => [id, new Map()]),
  );
  const add: AddFeature = (group, feature) => {
    const ofGroup = counts.get(group);
    const name = `${group}:${feature}`;
    ofGroup?.set(name, (ofGroup.get(name) ?? 0) + 1);
  };

  const stems = words.map(stemOf);
  for (const word of words) {
    addPieces(word, add);
    add('w', word);
  }
  for (const stem of stems) add('s', stem);
  addNeighbours('b', stems, add);
  addConcepts(words, stems, concepts, add);
  add('l', String(lengths.find((most) => words.length <= most) ?? 'story'));
  return [...counts.values()];
}

function addPieces(word: string, add: AddFeature): void {
  const padded = ` ${word} `;
  for (let size = 1; size <= longestPiece; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) {
      const piece = padded.slice(start, start + size);
      if (piece !== ' ') add('c', piece);
    }
  }
}

/** In the sequence of concepts a stretch without one is named by its stem ("~zasil"). */
function addConcepts(
  words: readonly string[],
  stems: readonly string[],
  concepts: Concepts,
  add: AddFeature,
): void {
  const spans = conceptSpans(words, concepts);
  const found = spans.flatMap((span) => span.concepts);
  for (const concept of found) add('y', concept);

  const distinct = [...new Set(found)].sort();
  distinct.forEach((one, position) => {
    for (const other of distinct.slice(position + 1)) add('p', `${one} ${other}`);
  });

  const sequence = spans.map(({ start, concepts: [first] }) => first ?? `~${stems[start] ?? ''}`);
  addNeighbours('q', sequence, add);
}

function addNeighbours(group: FeatureGroup, sequence: readonly string[], add: AddFeature): void {
  let before = messageStart;
  for (const each of [...sequence, messageEnd]) {
    add(group, `${before} ${each}`);
    before = each;
  }
}
