export { crossValidate, splitFold } from './crossValidate.ts';
export {
  loadEvaluationSet,
  loadQuestionsMessages,
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
export { loadThresholdMessages } from './thresholdMessages.ts';
export { measure, type Measured } from './measure.ts';
export { listConfusions, scoreLabels, type Confusion, type LabelScores } from './labelScores.ts';
export { thresholdCurve, type CurvePoint } from './thresholdCurve.ts';
export { understandingReport, type NamedOutcomes, type ReportData } from './understandingReport.ts';
