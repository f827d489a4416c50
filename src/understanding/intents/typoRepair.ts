import { conceptsOf, type Concepts } from './concepts.ts';
import { stemOf } from './stem.ts';

/** The words of the training messages, arranged so that a misspelt word finds its neighbours. */
export type Spelling = {
  readonly counts: ReadonlyMap<string, number>;
  readonly stems: ReadonlySet<string>;
  /** Candidates by length and first or second letter ("6l"), in alphabetical order. */
  readonly candidates: ReadonlyMap<string, readonly string[]>;
};

/** Counts elementary steps, so that a test can bound the work instead of the time. */
export type Effort = { steps: number };

const shortestRepaired = 4;
const shortestCandidate = 4;
const twoMistakesFrom = 10;
/** A short word has many neighbours by chance; it is repaired only into a really common one. */
const shortBelow = 6;
const commonFrom = 5;
/** A message full of unknown words is no message with typos; repairing it would only cost time. */
const repairsPerMessage = 12;

export function readSpelling(messages: Iterable<readonly string[]>): Spelling {
  const counts = new Map<string, number>();
  for (const words of messages) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const candidates = new Map<string, string[]>();
  for (const word of [...counts.keys()].sort()) {
    if (word.length < shortestCandidate || /\p{N}/u.test(word)) continue;
    for (const letter of new Set([word.charAt(0), word.charAt(1)])) {
      const key = `${word.length}${letter}`;
      const list = candidates.get(key);
      if (list) list.push(word);
      else candidates.set(key, [word]);
    }
  }
  return { counts, stems: new Set([...counts.keys()].map(stemOf)), candidates };
}

/** The words with misspelt ones replaced by the nearest word the bot has been taught. */
export function repairWords(
  words: readonly string[],
  spelling: Spelling,
  concepts: Concepts,
  effort: Effort,
): string[] {
  let repairsLeft = repairsPerMessage;
  return words.map((word) => {
    if (repairsLeft === 0 || isKnown(word, spelling, concepts)) return word;
    repairsLeft -= 1;
    return nearestWord(word, spelling, effort) ?? word;
  });
}

function isKnown(word: string, spelling: Spelling, concepts: Concepts): boolean {
  return (
    word.length < shortestRepaired ||
    /\p{N}/u.test(word) ||
    spelling.counts.has(word) ||
    spelling.stems.has(stemOf(word)) ||
    conceptsOf(word, concepts).length > 0
  );
}

function nearestWord(word: string, spelling: Spelling, effort: Effort): string | undefined {
  const mistakes = word.length >= twoMistakesFrom ? 2 : 1;
  let best: { word: string; distance: number; count: number } | undefined;
  for (const candidate of candidatesFor(word, mistakes, spelling)) {
    effort.steps += 1;
    const limit = best ? best.distance : mistakes;
    const distance = alignmentDistance(word, candidate, limit, effort);
    if (distance > limit) continue;
    const count = spelling.counts.get(candidate) ?? 0;
    if (word.length < shortBelow && count < commonFrom) continue;
    const isBetter =
      !best ||
      distance < best.distance ||
      count > best.count ||
      (count === best.count && candidate < best.word);
    if (isBetter) best = { word: candidate, distance, count };
  }
  return best?.word;
}

/** People rarely get the first letter wrong, but do swap it with the second, double or drop it. */
function* candidatesFor(word: string, mistakes: number, spelling: Spelling): Iterable<string> {
  const first = word.charAt(0);
  const second = word.charAt(1);
  for (let length = word.length - mistakes; length <= word.length + mistakes; length += 1) {
    yield* spelling.candidates.get(`${length}${first}`) ?? [];
    if (second === first) continue;
    for (const candidate of spelling.candidates.get(`${length}${second}`) ?? []) {
      if (candidate.startsWith(second)) yield candidate;
    }
  }
}

/**
 * Insertions, deletions, replacements and swaps of neighbours between two words (optimal string
 * alignment). Gives up with `limit + 1` as soon as the distance must exceed `limit`.
 */
export function alignmentDistance(a: string, b: string, limit: number, effort: Effort): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      effort.steps += 1;
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let distance = Math.min(
        at(previous, j) + 1,
        at(current, j - 1) + 1,
        at(previous, j - 1) + (same ? 0 : 1),
      );
      const isSwap =
        i > 1 &&
        j > 1 &&
        a.charAt(i - 1) === b.charAt(j - 2) &&
        a.charAt(i - 2) === b.charAt(j - 1);
      if (isSwap) distance = Math.min(distance, at(beforePrevious, j - 2) + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
