import { expect, test } from 'vitest';
import { createUnderstandParts, trainModel } from '../../../src/understanding/index.ts';
import { createSplitQuestions } from '../../../src/understanding/intents/splitQuestions.ts';
import { smallData } from './smallData.ts';

const understandParts = createUnderstandParts(trainModel(smallData));
const splitQuestions = createSplitQuestions(smallData.questionWords);

function intentsOf(text: string): string[] {
  return understandParts(text).map(({ intent }) => intent);
}

test('two questions in one message get two readings, in their order', () => {
  expect(intentsOf('Kiedy są kody i na ilu urządzeniach można czytać?')).toEqual([
    'faq.when',
    'faq.devices',
  ]);
  expect(intentsOf('Na ilu urządzeniach można czytać? Kiedy są kody?')).toEqual([
    'faq.devices',
    'faq.when',
  ]);
});

test('the same question asked twice gets one answer', () => {
  expect(intentsOf('Kiedy są kody? Kiedy można pobrać kod?')).toEqual(['faq.when']);
});

test('a message with one part that is not surely understood is read as one', () => {
  expect(understandParts('Kiedy są kody i czy trąba jest słonia?')).toHaveLength(1);
});

test('what is told before a question stays with it, in the words of the reader', () => {
  expect(splitQuestions('Mam nowy telefon. Czy zadziała? Oraz kiedy są Kody!')).toEqual([
    'Mam nowy telefon. Czy zadziała?',
    'Oraz kiedy są Kody!',
  ]);
});

test('a comma before a subordinate clause is no second question', () => {
  expect(splitQuestions('Czy wiecie, kiedy są kody')).toHaveLength(1);
});

test('a comma parts two questions of the FAQ, and of a story stays with the first', () => {
  expect(intentsOf('Kiedy są kody, na ilu urządzeniach można czytać?')).toEqual([
    'faq.when',
    'faq.devices',
  ]);
  expect(splitQuestions('Mam telefon, kiedy są kody i na ilu zadziała')).toEqual([
    'Mam telefon, kiedy są kody',
    'i na ilu zadziała',
  ]);
});

test('a comma before the word that started the question lists alternatives', () => {
  expect(splitQuestions('kiedy rano, kiedy wieczorem', { alsoAtCommas: true })).toHaveLength(1);
});

test('four questions about two things get two readings', () => {
  const many = 'Kiedy są kody? '.concat('Na ilu urządzeniach można czytać? ').repeat(2);
  expect(intentsOf(many)).toEqual(['faq.when', 'faq.devices']);
});

test('a message of more than six parts is a story and read as one', () => {
  const many = 'Kiedy są kody? '.concat('Na ilu urządzeniach można czytać? '.repeat(6));
  expect(understandParts(many)).toHaveLength(1);
});
