import {
  isOutOfScope,
  scoreOutcomes,
  splitFold,
  type LabelledMessage,
  type Outcome,
  type Scores,
} from '../../training/index.ts';
import {
  createUnderstand,
  rank,
  trainModel,
  type Intent,
  type IntentModel,
  type TrainingData,
} from '../../understanding/index.ts';

/** Held-out messages read without and with the example. */
export type RivalScores = { readonly before: Scores; readonly after: Scores };

const rivals = 4;
const folds = 4;

/**
 * Cross-validation in a short form, of seconds: one fold, and of all labels only the example's own,
 * those it resembles most, and what is out of scope. What an example wins, it wins from them.
 */
export function checkRivals(
  data: TrainingData,
  model: IntentModel,
  example: LabelledMessage,
): RivalScores {
  const labels = rivalsOf(model, example);
  const messages = new Map([...data.messages].filter(([label]) => labels.has(label)));
  const { rest, heldOut } = splitFold({ ...data, messages }, 0, folds);
  return {
    before: scoreOutcomes(readingsOf(heldOut, rest)),
    after: scoreOutcomes(readingsOf(heldOut, withMessage(rest, example))),
  };
}

function withMessage(data: TrainingData, { text, intent }: LabelledMessage): TrainingData {
  const messages = new Map(data.messages);
  messages.set(intent, [...(messages.get(intent) ?? []), text]);
  return { ...data, messages };
}

function rivalsOf(model: IntentModel, { text, intent }: LabelledMessage): ReadonlySet<Intent> {
  const others = rank(model, text).filter((each) => each.intent !== intent);
  const nearest = others.slice(0, rivals);
  const outside = others.filter((each) => isOutOfScope(each.intent));
  return new Set([intent, ...[...nearest, ...outside].map((each) => each.intent)]);
}

function readingsOf(messages: readonly LabelledMessage[], data: TrainingData): Outcome[] {
  const understand = createUnderstand(trainModel(data));
  return messages.map((message) => ({ ...message, understanding: understand(message.text) }));
}
