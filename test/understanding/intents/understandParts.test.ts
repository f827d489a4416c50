import { expect, test } from 'vitest';
import { createUnderstandParts, trainModel } from '../../../src/understanding/index.ts';
import { smallData } from './smallData.ts';

const understandParts = createUnderstandParts(trainModel(smallData));

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

test('a comma parts two questions of the FAQ', () => {
  expect(intentsOf('Kiedy są kody, na ilu urządzeniach można czytać?')).toEqual([
    'faq.when',
    'faq.devices',
  ]);
});

test('four questions about two things get two readings', () => {
  const many = 'Kiedy są kody? '.concat('Na ilu urządzeniach można czytać? ').repeat(2);
  expect(intentsOf(many)).toEqual(['faq.when', 'faq.devices']);
});

test('a message of more than six parts is a story and read as one', () => {
  const many = 'Kiedy są kody? '.concat('Na ilu urządzeniach można czytać? '.repeat(6));
  expect(understandParts(many)).toHaveLength(1);
});
