import type { Understand } from '../understanding.ts';
import { decide } from './decide.ts';
import { capMessage, foldedKey } from './fold.ts';
import type { IntentModel } from './intentModel.ts';
import { rank } from './rank.ts';
import { defaultThresholds, type Thresholds } from './thresholds.ts';

/**
 * Reads one message at a time. Pure: the same text always gives the same understanding. A bare word
 * ("kod") is asked about, however often it has meant the same thing.
 */
export function createUnderstand(
  model: IntentModel,
  thresholds: Thresholds = defaultThresholds,
): Understand {
  return (text) => {
    const reading = decide(text, rank(model, text), thresholds);
    const suggestions = model.bareWords.get(foldedKey(capMessage(text)));
    return suggestions ? { ...reading, decision: 'suggest', suggestions } : reading;
  };
}
