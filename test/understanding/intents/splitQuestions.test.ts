import { expect, test } from 'vitest';
import { createSplitQuestions } from '../../../src/understanding/intents/splitQuestions.ts';

const split = createSplitQuestions({
  joining: ['i', 'oraz', 'a', 'no', 'przy okazji', 'po pierwsze', 'po drugie'],
  starting: ['kiedy', 'od kiedy', 'do kiedy', 'na ilu', 'ile', 'gdzie', 'czy', 'powiedz'],
});

test('a message with one question is one piece, in the words of the reader', () => {
  expect(split('Mam telefon. Kiedy są kody?')).toEqual([['Mam telefon. Kiedy są kody?']]);
  expect(split('kody')).toEqual([['kody']]);
  expect(split('')).toEqual([['']]);
});

test('what is told before a question stays with it, words that only join do not', () => {
  expect(split('Mam nowy telefon. Czy zadziała? Oraz kiedy są Kody!')).toEqual([
    ['Mam nowy telefon. Czy zadziała?'],
    ['kiedy są Kody!'],
  ]);
  expect(split('Mam telefon, kiedy są kody i na ilu zadziała')).toEqual([
    ['Mam telefon, kiedy są kody'],
    ['na ilu zadziała'],
  ]);
});

test.each([
  'kiedy są kody, a przy okazji: ile ich jest',
  'kiedy są kody, no i ile ich jest',
  'Po pierwsze, kiedy są kody, po drugie ile ich jest',
])('several words may join two questions: %s', (text) => {
  expect(split(text)).toHaveLength(2);
});

test.each([
  ['1) kiedy są kody 2) ich liczba'],
  ['Pytam: a) kiedy są kody, b) ich liczba'],
  ['Powiedz mi: 1) kiedy są kody, 2) ich liczba'],
  ['1. kiedy są kody\n2. ich liczba'],
  ['- kiedy są kody\n- ich liczba'],
])('each mark of a list begins a question, and is no word of it: %s', (text) => {
  const [first, second] = split(text);
  expect(first?.[0]).toMatch(/kiedy są kody,?$/);
  expect(second).toEqual(['ich liczba']);
});

test('a number, or a letter, that counts nothing is no mark', () => {
  expect(split('kiedy będzie 2) z kodem')).toHaveLength(1);
  expect(split('kiedy - rano, wieczorem - są kody')).toHaveLength(1);
});

test('question words without a question of their own get the rest of the next one', () => {
  expect(split('Od kiedy i do kiedy ważny jest kod?')).toEqual([
    ['Od kiedy ważny jest kod?'],
    ['do kiedy ważny jest kod?'],
  ]);
});

test('a question mark ends what those words ask', () => {
  expect(split('Kiedy? I ile jest kodów?')).toEqual([['Kiedy?'], ['ile jest kodów?']]);
});

test('a comma, or a new line, before a question only ends a piece', () => {
  expect(split('Czy wiecie, kiedy są kody')).toEqual([['Czy wiecie,', 'kiedy są kody']]);
  expect(split('warunki\nliczba kodów')).toEqual([['warunki', 'liczba kodów']]);
});

test.each([
  ['kiedy są kody i termin', ['kiedy są kody', 'i termin']],
  ['ile kodów oraz przy okazji warunki', ['ile kodów', 'oraz przy okazji warunki']],
  ['liczba kodów; termin', ['liczba kodów;', 'termin']],
  ['liczba kodów / termin + warunki', ['liczba kodów /', 'termin +', 'warunki']],
])('what may be a question without a word that starts one is a piece: %s', (text, pieces) => {
  expect(split(text)).toEqual([pieces]);
});

test('"i" joins two things in what is told, and a stroke two words', () => {
  expect(split('mam tablet i telefon')).toEqual([['mam tablet i telefon']]);
  expect(split('kiedy kod/kupon')).toEqual([['kiedy kod/kupon']]);
});

test('a comma before the word that started the question lists alternatives', () => {
  expect(split('kiedy rano, kiedy wieczorem')).toEqual([['kiedy rano, kiedy wieczorem']]);
});
