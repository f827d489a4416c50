import type { Intent, Understanding } from '../understanding.ts';
import type { RankedIntent } from './rank.ts';
import { scopeOf } from './scope.ts';
import { maximumSuggestions, type Thresholds } from './thresholds.ts';

/**
 * What to do with a ranking: answer the first label, offer at most three, or admit not to know.
 * A wrong answer is worse than a question, so everything short of sure is asked about.
 */
export function decide(
  text: string,
  ranking: readonly RankedIntent[],
  thresholds: Thresholds,
): Understanding {
  const [first] = ranking;
  if (!first) throw new RangeError('A model without labels cannot decide anything.');
  const base = { text, intent: first.intent, confidence: first.probability, suggestions: [] };

  const guess = ranking.find(isInScope);
  const outOfScope = probabilityOutOfScope(ranking);
  const isSure = first.probability >= thresholds.answer && outOfScope < thresholds.doubt;
  if (first === guess && isSure) return { ...base, decision: 'answer' };

  const isGuess = guess !== undefined && guess.probability >= thresholds.guess;
  if (outOfScope >= thresholds.outOfScope || !isGuess) return { ...base, decision: 'unknown' };
  return { ...base, decision: 'suggest', suggestions: suggestionsFrom(ranking, thresholds) };
}

/**
 * The likeliest things, at most three. All that is out of scope is one option among them, with the
 * probability of all its labels, named by the likeliest: "Inne sprawy biblioteki".
 */
function suggestionsFrom(ranking: readonly RankedIntent[], { suggestion }: Thresholds): Intent[] {
  const outside = ranking.find((ranked) => !isInScope(ranked));
  const options = ranking.filter(isInScope);
  if (outside) options.push({ ...outside, probability: probabilityOutOfScope(ranking) });
  return options
    .filter(({ probability }) => probability >= suggestion)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, maximumSuggestions)
    .map(({ intent }) => intent);
}

function probabilityOutOfScope(ranking: readonly RankedIntent[]): number {
  return ranking
    .filter((ranked) => !isInScope(ranked))
    .reduce((sum, { probability }) => sum + probability, 0);
}

function isInScope({ intent }: RankedIntent): boolean {
  return scopeOf(intent) !== 'outOfScope';
}
