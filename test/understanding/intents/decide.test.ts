import { expect, test } from 'vitest';
import type { Intent } from '../../../src/understanding/index.ts';
import { decide } from '../../../src/understanding/intents/decide.ts';

const thresholds = {
  answer: 0.7,
  doubt: 0.2,
  supported: 0.6,
  outOfScope: 0.6,
  guess: 0.2,
  suggestion: 0.05,
};

function decisionOf(...ranking: [Intent, number][]) {
  return decide(
    'pytanie',
    ranking.map(([intent, probability]) => ({ intent, probability })),
    thresholds,
  );
}

test('a sure label in scope is answered', () => {
  expect(decisionOf(['faq.when', 0.7], ['faq.pool', 0.3])).toEqual({
    text: 'pytanie',
    decision: 'answer',
    intent: 'faq.when',
    confidence: 0.7,
    suggestions: [],
  });
});

test('a sure label out of scope is never answered as if it were in scope', () => {
  const { decision, intent } = decisionOf(['outOfScope.library', 0.9], ['faq.when', 0.1]);
  expect(decision).toBe('unknown');
  expect(intent).toBe('outOfScope.library');
});

test('a sure label is asked about when being out of scope is a real possibility', () => {
  const { decision, suggestions } = decisionOf(
    ['faq.when', 0.75],
    ['outOfScope.library', 0.15],
    ['outOfScope.other', 0.1],
  );
  expect(decision).toBe('suggest');
  expect(suggestions).toEqual(['faq.when', 'outOfScope.library']);
});

test('out-of-scope labels count together', () => {
  const { decision } = decisionOf(
    ['faq.when', 0.38],
    ['outOfScope.library', 0.31],
    ['outOfScope.other', 0.31],
  );
  expect(decision).toBe('unknown');
});

test('an unsure message is asked about with the three likeliest things, best first', () => {
  const { decision, suggestions } = decisionOf(
    ['faq.validity', 0.5],
    ['faq.activation', 0.4],
    ['faq.when', 0.06],
    ['faq.pool', 0.04],
  );
  expect(decision).toBe('suggest');
  expect(suggestions).toEqual(['faq.validity', 'faq.activation', 'faq.when']);
});

test('all that is out of scope is one suggestion, by its sum, named by its likeliest label', () => {
  const { suggestions } = decisionOf(
    ['faq.validity', 0.4],
    ['outOfScope.legimi', 0.25],
    ['outOfScope.other', 0.2],
    ['faq.activation', 0.1],
    ['faq.when', 0.05],
  );
  expect(suggestions).toEqual(['outOfScope.legimi', 'faq.validity', 'faq.activation']);
});

test('a message that could mean anything is not understood', () => {
  const { decision } = decisionOf(['faq.when', 0.19], ['faq.pool', 0.19], ['faq.login', 0.19]);
  expect(decision).toBe('unknown');
});
