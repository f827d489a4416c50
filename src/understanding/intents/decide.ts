import type { Understanding } from '../understanding.ts';
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
  const inScope = ranking.filter(({ intent }) => scopeOf(intent) !== 'outOfScope');
  const first = ranking[0];
  const guess = inScope[0];
  if (!first) throw new RangeError('A model without labels cannot decide anything.');

  const base = { text, intent: first.intent, confidence: first.probability, suggestions: [] };
  if (first === guess && first.probability >= thresholds.answer) {
    return { ...base, decision: 'answer' };
  }

  const outOfScope = ranking
    .filter(({ intent }) => scopeOf(intent) === 'outOfScope')
    .reduce((sum, { probability }) => sum + probability, 0);
  if (outOfScope >= thresholds.outOfScope || !guess || guess.probability < thresholds.guess) {
    return { ...base, decision: 'unknown' };
  }

  const suggestions = inScope
    .filter(({ probability }) => probability >= thresholds.suggestion)
    .slice(0, maximumSuggestions)
    .map(({ intent }) => intent);
  return { ...base, decision: 'suggest', suggestions };
}
