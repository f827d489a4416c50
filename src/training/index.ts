export * from './evaluation/index.ts';
export { loadModel, type LoadedModel } from './loadModel.ts';
export { loadTrainingData } from './loadTrainingData.ts';
