export { crossValidate, splitFold } from './crossValidate.ts';
export {
  loadEvaluationSet,
  unseenMessages,
  type EvaluationSet,
  type LabelledMessage,
  type QuestionsMessage,
} from './evaluationSet.ts';
export { readMessages, type RankedOutcome } from './readMessages.ts';
export {
  isOutOfScope,
  isRight,
  isWrongAnswer,
  scoreOutcomes,
  type Outcome,
  type Scores,
} from './scoreOutcomes.ts';
export { withoutDiacritics, withTypos } from './typos.ts';
