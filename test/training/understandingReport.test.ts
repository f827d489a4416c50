import { expect, test } from 'vitest';
import {
  listConfusions,
  scoreLabels,
  thresholdCurve,
  understandingReport,
  type RankedOutcome,
} from '../../src/training/index.ts';
import type { Intent } from '../../src/understanding/index.ts';
import { defaultThresholds } from '../../src/understanding/index.ts';
import { decide } from '../../src/understanding/intents/decide.ts';

function outcome(intent: Intent, ...ranking: [Intent, number][]): RankedOutcome {
  const ranked = ranking.map(([label, probability]) => ({ intent: label, probability }));
  const text = `pytanie o ${intent}`;
  return {
    text,
    intent,
    ranking: ranked,
    understanding: decide(text, ranked, defaultThresholds),
  };
}

const outcomes = [
  outcome('faq.when', ['faq.when', 0.97], ['faq.pool', 0.03]),
  outcome('faq.when', ['faq.pool', 0.9], ['faq.when', 0.1]),
  outcome('faq.pool', ['faq.pool', 0.6], ['faq.when', 0.4]),
  outcome('outOfScope.other', ['faq.when', 0.88], ['outOfScope.other', 0.12]),
];

test('a label is precise by what is read so, and recalled by what is meant so', () => {
  expect(scoreLabels(outcomes)).toEqual([
    { intent: 'faq.pool', meant: 1, precision: 0.5, recall: 1, answered: 0 },
    { intent: 'faq.when', meant: 2, precision: 0.5, recall: 0.5, answered: 0.5 },
    { intent: 'outOfScope.other', meant: 1, precision: null, recall: 0, answered: 0 },
  ]);
});

test('confusions are counted, right readings are none', () => {
  expect(listConfusions([...outcomes, ...outcomes.slice(1, 2)])).toEqual([
    { meant: 'faq.when', read: 'faq.pool', count: 2 },
    { meant: 'outOfScope.other', read: 'faq.when', count: 1 },
  ]);
});

test('the curve shows what a higher threshold and less doubt would answer', () => {
  const curve = thresholdCurve(outcomes);
  const at = (answer: number, doubt: number) =>
    curve.find((point) => point.answer === answer && point.doubt === doubt);
  expect(at(0.5, 1)).toMatchObject({ wrong: 0.5, outOfScopeAnswered: 1, answeredRight: 2 / 3 });
  expect(at(0.85, 1)).toMatchObject({ wrong: 0.5, outOfScopeAnswered: 1, answeredRight: 1 / 3 });
  expect(at(0.85, 0.08)).toMatchObject({ wrong: 0.25, outOfScopeAnswered: 0 });
});

test('the report lists the wrong answer and the miss that was only asked about', () => {
  const lines = understandingReport({
    sets: [{ name: 'four messages', outcomes }],
    thresholdOutcomes: outcomes,
    answeredRejects: ['jaka pogoda'],
    severalQuestions: { right: 3, count: 4 },
  });
  const from = (title: string): string =>
    lines.slice(lines.findIndex((line) => line.startsWith(title))).join('\n');
  expect(lines).toContain('jaka pogoda');
  expect(from('Wrong answers')).toContain('faq.when | pytanie o faq.when | answer: faq.pool 0.90');
  expect(from('Other misses')).toContain('outOfScope.other | pytanie o outOfScope.other | suggest');
  expect(lines.join('\n')).toContain('all answered in order: 3 of 4');
});
