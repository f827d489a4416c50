import { expect, test } from 'vitest';
import {
  loadModel,
  loadTrainingData,
  measure,
  readMessages,
  scoreLabels,
  scoreOutcomes,
  splitFold,
} from '../../src/training/index.ts';
import { trainModel } from '../../src/understanding/index.ts';

const data = loadTrainingData('locales/pl');

// One fold of five instead of all: a minute of training would say little more.
test('examples held back from training are mostly understood, and rarely answered wrongly', () => {
  const { rest, heldOut } = splitFold(data, 0, 5);
  const outcomes = readMessages(heldOut, trainModel(rest));
  const scores = scoreOutcomes(outcomes);
  expect(scores.count).toBeGreaterThan(2000);
  expect(scores.rightFirst).toBeGreaterThan(0.85);
  expect(scores.wrong).toBeLessThan(0.025);
  expect(scores.suggestedRight).toBeGreaterThan(0.92);
  const weak = scoreLabels(outcomes).filter(({ recall }) => recall < 0.6);
  expect(weak.map(({ intent }) => intent)).toEqual([]);
}, 120_000);

test('messages by other authors are understood as well as the bot promises', () => {
  const { model } = loadModel('locales/pl', 'node_modules/.cache/intentModel.bin');
  const report = measure({ data, model, folder: 'test/understanding', folds: 0 });
  const unseen = scoreOutcomes(report.sets[0].outcomes);
  expect(unseen.count).toBeGreaterThan(1000);
  expect(unseen.rightFirst).toBeGreaterThan(0.92);
  expect(unseen.wrong).toBeLessThan(0.01);
  expect(unseen.outOfScopeAnswered).toBeLessThan(0.01);
  expect(unseen.suggestedRight).toBeGreaterThan(0.95);
  expect(report.answeredRejects).toEqual([]);
}, 120_000);
