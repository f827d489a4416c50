import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createUnderstand,
  ModelFileError,
  rank,
  readModel,
  serialiseModel,
  trainModel,
  type TrainingData,
} from '../../../src/understanding/index.ts';
import { smallData } from './smallData.ts';

const model = trainModel(smallData);
const understand = createUnderstand(model);

const questions = [
  'kiedy będą kody',
  'na ilu urzadzeniach moge czytac',
  'poprosze kod',
  'pada śnieg?',
  'aaaa bbbb',
  '',
];

test('the same data gives the same model bit for bit', () => {
  expect(serialiseModel(trainModel(smallData))).toEqual(serialiseModel(model));
});

test('the order of files and lines changes nothing', () => {
  const shuffled: TrainingData = {
    ...smallData,
    messages: new Map(
      [...smallData.messages].reverse().map(([label, texts]) => [label, [...texts].reverse()]),
    ),
    concepts: new Map([...smallData.concepts].reverse()),
  };
  expect(serialiseModel(trainModel(shuffled))).toEqual(serialiseModel(model));
});

test('a stored model predicts exactly what it predicted when it was trained', () => {
  const stored = readModel(serialiseModel(model));
  for (const question of questions) expect(rank(stored, question)).toEqual(rank(model, question));
});

test('a changed example gives another hash, so that a stored model is known to be stale', () => {
  const messages = new Map(smallData.messages).set('chat.thanks', ['dzięki']);
  expect(trainModel({ ...smallData, messages }).hash).not.toBe(model.hash);
});

test('a damaged stored model is refused, never used', () => {
  const bytes = serialiseModel(model);
  const damaged = [
    new Uint8Array(),
    bytes.subarray(0, 10),
    bytes.subarray(0, bytes.length - 4),
    new TextEncoder().encode('something else entirely'),
    bytes.map((byte, position) => (position === 40 ? byte ^ 1 : byte)),
  ];
  for (const each of damaged) expect(() => readModel(each)).toThrow(ModelFileError);
});

test('the probabilities of all labels add up to one, the best first', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      const ranking = rank(model, text);
      const sum = ranking.reduce((total, { probability }) => total + probability, 0);
      expect(sum).toBeCloseTo(1, 6);
      const probabilities = ranking.map(({ probability }) => probability);
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    }),
  );
});

test('a training message is recognised word for word', () => {
  for (const [label, texts] of smallData.messages) {
    for (const text of texts) {
      expect(understand(text.toUpperCase())).toMatchObject({ intent: label });
    }
  }
});

test('new wording, missing diacritics and a typo are understood', () => {
  expect(understand('kiedy beda kody').intent).toBe('faq.when');
  expect(understand('na ilu urzadzenaich').intent).toBe('faq.devices');
});

test('politeness around a question does not hide it', () => {
  const polite = 'Dzień dobry, chciałabym zapytać, kiedy są kody. Z góry dziękuję, pozdrawiam';
  expect(understand(polite)).toMatchObject({ decision: 'answer', intent: 'faq.when' });
});

test('words of another world are not answered', () => {
  for (const text of ['', '   ', '🦄🦄', 'привет как дела', '今日は', 'xyzzy plugh', '?!']) {
    expect(understand(text).decision).not.toBe('answer');
  }
});

test('suggestions are at most three and given only with the decision to suggest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('kod', 'kody', 'kiedy', 'telefon', 'nie', 'tak', 'chcę', 'mecz')),
      (words) => {
        const { decision, suggestions } = understand(words.join(' '));
        expect(suggestions.length).toBeLessThanOrEqual(3);
        expect(suggestions.length > 0).toBe(decision === 'suggest');
      },
    ),
  );
});

test('a bare word that asks nothing is asked about, however it is written', () => {
  for (const text of ['kod', 'KOD!', 'Kod?']) {
    expect(understand(text)).toMatchObject({
      decision: 'suggest',
      suggestions: ['action.claim', 'faq.when'],
    });
  }
});
