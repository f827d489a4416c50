import type { Understand } from '../understanding.ts';
import { decide } from './decide.ts';
import type { IntentModel } from './intentModel.ts';
import { rank } from './rank.ts';
import { defaultThresholds, type Thresholds } from './thresholds.ts';

/** Reads one message at a time. Pure: the same text always gives the same understanding. */
export function createUnderstand(
  model: IntentModel,
  thresholds: Thresholds = defaultThresholds,
): Understand {
  return (text) => decide(text, rank(model, text), thresholds);
}
