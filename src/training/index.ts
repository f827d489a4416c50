export { crossValidate, splitFold } from './crossValidate.ts';
export {
  isOutOfScope,
  isRight,
  isWrongAnswer,
  scoreOutcomes,
  type LabelledMessage,
  type Outcome,
  type Scores,
} from './evaluate.ts';
export { loadModel, type LoadedModel } from './loadModel.ts';
export { loadTrainingData } from './loadTrainingData.ts';
