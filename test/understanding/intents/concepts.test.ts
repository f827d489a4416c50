import { expect, test } from 'vitest';
import {
  conceptsOf,
  conceptSpans,
  readConcepts,
} from '../../../src/understanding/intents/concepts.ts';

const concepts = readConcepts(
  new Map([
    ['KOD', ['kod', 'kupon']],
    ['PIN', ['pin=']],
    ['POCZTA', ['kod pocztow', 'poczt']],
    ['DOKIEDY', ['do kiedy=', 'jak długo=']],
    ['KIEDY', ['kiedy=', 'harmonogram']],
    ['BIBLIOTEKARZ', ['bibliotekar']],
    ['BIBLIOTEKA', ['bibliotek']],
    ['CZAS', ['harmonogram']],
  ]),
);

test('a beginning covers all forms of a word, a whole word only itself', () => {
  expect(conceptsOf('kodzik', concepts)).toEqual(['KOD']);
  expect(conceptsOf('pin', concepts)).toEqual(['PIN']);
  expect(conceptsOf('pinezka', concepts)).toEqual([]);
});

test('the longest beginning wins, whatever its length', () => {
  expect(conceptsOf('bibliotekarka', concepts)).toEqual(['BIBLIOTEKARZ']);
  expect(conceptsOf('biblioteka', concepts)).toEqual(['BIBLIOTEKA']);
});

test('a beginning of two classes means both', () => {
  expect(conceptsOf('harmonogramu', concepts)).toEqual(['CZAS', 'KIEDY']);
});

test('a word with a digit is a number', () => {
  expect(conceptsOf('10', concepts)).toEqual(['NUM']);
});

test('several words with a meaning of their own are one stretch', () => {
  const words = ['do', 'kiedy', 'jest', 'kod', 'pocztowy'];
  expect(conceptSpans(words, concepts)).toEqual([
    { start: 0, length: 2, concepts: ['DOKIEDY'] },
    { start: 2, length: 1, concepts: [] },
    { start: 3, length: 2, concepts: ['POCZTA'] },
  ]);
});

test('an entry with diacritics finds words without them', () => {
  expect(conceptSpans(['jak', 'dlugo'], concepts)[0]?.concepts).toEqual(['DOKIEDY']);
});
