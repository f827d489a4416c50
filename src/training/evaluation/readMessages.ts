import {
  createUnderstand,
  rank,
  type IntentModel,
  type RankedIntent,
  type Thresholds,
} from '../../understanding/index.ts';
import type { LabelledMessage } from './evaluationSet.ts';
import type { Outcome } from './scoreOutcomes.ts';

/** An outcome with all the guesses behind it, best first. */
export type RankedOutcome = Outcome & { readonly ranking: readonly RankedIntent[] };

/** Reads labelled messages with a model, ready to be scored. */
export function readMessages(
  messages: readonly LabelledMessage[],
  model: IntentModel,
  thresholds?: Thresholds,
): RankedOutcome[] {
  const understand = createUnderstand(model, thresholds);
  return messages.map((message) => ({
    ...message,
    understanding: understand(message.text),
    ranking: rank(model, message.text),
  }));
}
