import type { Intent, Understanding } from '../understanding.ts';
import { decide } from './decide.ts';
import { capMessage, fold, wordsOf } from './fold.ts';
import type { IntentModel } from './intentModel.ts';
import { rank, type RankedIntent } from './rank.ts';
import { scopeOf } from './scope.ts';
import { defaultThresholds, thresholdsOfSupported, type Thresholds } from './thresholds.ts';

/** Reads a message in the light of the topic before it, or finds that it stands on its own. */
export type ReadFollowUp = (text: string, topic: Intent) => Understanding | null;

/** How much more likely a message without a subject is about these than about anything else. */
const weightOfTopic = 3;
const weightOfNeighbour = 2;
const weightOfOutOfScope = 0.5;
/** A longer message names its subject. */
const mostWords = 8;
/** Words that hang a question on what was said before: "a na ilu?", "i gdzie to sprawdzę?" */
const hooks = new Set(['a', 'i', 'to', 'no', 'czyli', 'wiec', 'oraz', 'ale']);

/**
 * Weighs the ranking of a short message by the last topic: "a jak nie zdążę?" after the validity of a
 * code is about the same. `neighbours` names the topics that readers ask about next. `null` when the
 * message does not hang on anything, or is no clearer in that light.
 */
export function createReadFollowUp(
  model: IntentModel,
  neighbours: ReadonlyMap<Intent, readonly Intent[]>,
  thresholds: Thresholds = defaultThresholds,
): ReadFollowUp {
  return (text, topic) => {
    if (!hangsOnSomething(text)) return null;
    const near = neighbours.get(topic) ?? [];
    const weighed = weigh(rank(model, text), (intent) => {
      if (intent === topic) return weightOfTopic;
      if (near.includes(intent)) return weightOfNeighbour;
      return scopeOf(intent) === 'outOfScope' ? weightOfOutOfScope : 1;
    });
    const reading = decide(text, weighed, thresholdsOfSupported(thresholds));
    return reading.decision === 'unknown' ? null : reading;
  };
}

function hangsOnSomething(text: string): boolean {
  const words = wordsOf(fold(capMessage(text)));
  return words.length <= mostWords && (hooks.has(words[0] ?? '') || words.length <= 3);
}

function weigh(
  ranking: readonly RankedIntent[],
  weightOf: (intent: Intent) => number,
): readonly RankedIntent[] {
  const weighed = ranking.map(({ intent, probability }) => ({
    intent,
    probability: probability * weightOf(intent),
  }));
  const sum = weighed.reduce((total, { probability }) => total + probability, 0);
  return weighed
    .map(({ intent, probability }) => ({ intent, probability: probability / sum }))
    .sort((a, b) => b.probability - a.probability);
}
