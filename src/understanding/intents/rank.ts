import type { Intent } from '../understanding.ts';
import { featuresOf } from './features.ts';
import { capMessage, fold, wordsOf } from './fold.ts';
import type { IntentModel } from './intentModel.ts';
import { readMessage } from './readMessage.ts';
import { scoresInto, softmaxInto } from './regression.ts';
import { scopeOf } from './scope.ts';
import type { Effort } from './typoRepair.ts';
import { vectorOf } from './vector.ts';

export type RankedIntent = { readonly intent: Intent; readonly probability: number };

/** Fitted by likelihood in cross-validation; changes no order, makes the number a probability. */
const temperature = 0.7;
const shareOfBestSentence = 0.3;
const shareOfExactMessage = 0.97;

/** All labels, the most probable first; equal ones in alphabetical order. */
export function rank(
  model: IntentModel,
  text: string,
  effort: Effort = { steps: 0 },
): readonly RankedIntent[] {
  const probabilities = probabilitiesOf(model, text, effort);
  return model.labels
    .map((intent, k) => ({ intent, probability: probabilities[k] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
}

function probabilitiesOf(model: IntentModel, text: string, effort: Effort): Float64Array {
  const folded = fold(capMessage(text));
  if (!/[a-z0-9\p{Extended_Pictographic}]/u.test(folded)) return nothingToRead(model);
  const whole = ofWords(model, readMessage(folded, model.lexicon, effort), effort);
  const sentence = bestSentence(model, folded, effort);
  if (sentence) blend(whole, sentence, shareOfBestSentence);

  const exact = model.exactMessages.get(wordsOf(folded).join(' '));
  if (exact !== undefined) {
    const certain = new Float64Array(whole.length);
    certain[exact] = 1;
    blend(whole, certain, shareOfExactMessage);
  }
  return whole;
}

/** Nothing but punctuation or another script: about nothing the bot knows. */
function nothingToRead({ labels }: IntentModel): Float64Array {
  const other = labels.indexOf('outOfScope.other');
  return Float64Array.from(labels, (_, k) => (k === other ? 1 : 0));
}

function ofWords(model: IntentModel, words: readonly string[], effort: Effort): Float64Array {
  const features = featuresOf(words, model.lexicon.concepts);
  effort.steps += features.reduce((sum, group) => sum + group.size, 0);
  const probabilities = new Float64Array(model.labels.length);
  const biasRow = model.vocabulary.indexOf.size;
  scoresInto(probabilities, vectorOf(features, model.vocabulary), model.weights, biasRow);
  softmaxInto(probabilities, temperature);
  return probabilities;
}

/** In a story the question is often one sentence: the one that most surely asks something. */
function bestSentence(
  model: IntentModel,
  folded: string,
  effort: Effort,
): Float64Array | undefined {
  const sentences = sentencesOf(folded);
  if (sentences.length < 2) return undefined;
  let best: { probabilities: Float64Array; certainty: number } | undefined;
  for (const sentence of sentences) {
    const words = readMessage(sentence, model.lexicon, effort);
    const probabilities = ofWords(model, words, effort);
    const certainty = certaintyOfQuestion(model, probabilities);
    if (!best || certainty > best.certainty) best = { probabilities, certainty };
  }
  return best?.probabilities;
}

/** Sentences of at least two words of a folded text. */
export function sentencesOf(folded: string): string[] {
  return folded.split(/[.!?;\n]+/u).filter((sentence) => wordsOf(sentence).length >= 2);
}

function certaintyOfQuestion(model: IntentModel, probabilities: Float64Array): number {
  return model.labels.reduce((most, intent, k) => {
    const says = scopeOf(intent) === 'smallTalk' || intent === 'outOfScope.other';
    return says ? most : Math.max(most, probabilities[k] ?? 0);
  }, 0);
}

function blend(target: Float64Array, other: Float64Array, share: number): void {
  for (let k = 0; k < target.length; k += 1) {
    target[k] = (1 - share) * (target[k] ?? 0) + share * (other[k] ?? 0);
  }
}
