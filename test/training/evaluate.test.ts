import { expect, test } from 'vitest';
import {
  scoreOutcomes,
  splitFold,
  unseenMessages,
  withoutDiacritics,
  withTypos,
  type Outcome,
} from '../../src/training/index.ts';
import type { Intent, Understanding } from '../../src/understanding/index.ts';
import { smallData } from '../understanding/intents/smallData.ts';

function outcome(
  meant: Intent,
  intent: Intent,
  decision: Understanding['decision'],
  suggestions: Intent[] = [],
): Outcome {
  const understanding = { text: 'x', decision, intent, confidence: 0.5, suggestions };
  return { text: 'x', intent: meant, understanding };
}

test('a wrong answer is counted, a wrong guess that is asked about is not', () => {
  const scores = scoreOutcomes([
    outcome('faq.when', 'faq.when', 'answer'),
    outcome('faq.when', 'faq.pool', 'answer'),
    outcome('faq.when', 'faq.pool', 'suggest', ['faq.pool', 'faq.when']),
    outcome('faq.when', 'faq.pool', 'suggest', ['faq.pool']),
  ]);
  expect(scores).toMatchObject({
    rightFirst: 0.25,
    wrong: 0.25,
    answeredRight: 0.25,
    suggested: 0.5,
    suggestedRight: 0.5,
  });
});

test('an out-of-scope message is right with any out-of-scope label and wrong when answered', () => {
  const scores = scoreOutcomes([
    outcome('outOfScope.library', 'outOfScope.other', 'unknown'),
    outcome('outOfScope.library', 'faq.when', 'answer'),
  ]);
  expect(scores).toMatchObject({ rightFirst: 0.5, wrong: 0.5, outOfScopeAnswered: 0.5 });
});

test('every message is held out in exactly one fold and never trained on in it', () => {
  const seen = [0, 1, 2].flatMap((fold) => {
    const { rest, heldOut } = splitFold(smallData, fold, 3);
    for (const { text, intent } of heldOut) expect(rest.messages.get(intent)).not.toContain(text);
    return heldOut.map(({ text }) => text);
  });
  expect(seen.sort()).toEqual([...smallData.messages.values()].flat().sort());
});

test('a reading its author accepts as well is right', () => {
  const either: Outcome = {
    ...outcome('faq.conditions', 'action.check', 'answer'),
    also: ['action.check'],
  };
  expect(scoreOutcomes([either])).toMatchObject({ rightFirst: 1, wrong: 0 });
});

test('messages that are examples word for word are left out of the measurement', () => {
  const messages = [{ text: 'Kiedy są KODY?' }, { text: 'kiedy są te kody' }];
  expect(unseenMessages(messages, smallData)).toEqual([{ text: 'kiedy są te kody' }]);
});

test('slips of the thumb are the same for the same seed and leave short words alone', () => {
  const text = 'czy mogę pobrać kod na następny miesiąc';
  const slips = [1, 2, 3, 4].map((seed) => withTypos(text, seed));
  expect([1, 2, 3, 4].map((seed) => withTypos(text, seed))).toEqual(slips);
  expect(new Set(slips).size).toBeGreaterThan(1);
  expect(withTypos('czy to na kod', 1)).toBe('czy to na kod');
});

test('a message without diacritics keeps its letters', () => {
  expect(withoutDiacritics('Zażółć gęślą Łódź')).toBe('Zazolc gesla Lodz');
});
