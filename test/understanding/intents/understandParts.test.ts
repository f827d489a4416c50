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

test('beside an understood question stands the one that is not', () => {
  const [first, second, ...others] = understandParts('Kiedy są kody i czy trąba jest słonia?');
  expect(first).toMatchObject({ decision: 'answer', intent: 'faq.when' });
  expect(second).toMatchObject({ text: 'czy trąba jest słonia?' });
  expect(second?.decision).not.toBe('answer');
  expect(others).toEqual([]);
});

test('a message of which nothing is understood is read as one', () => {
  expect(understandParts('Czy trąba jest słonia? Ile waży trąba?')).toHaveLength(1);
});

test('a second question may leave out what the first one named', () => {
  expect(intentsOf('Na ilu urządzeniach można czytać i kiedy są?')).toEqual([
    'faq.devices',
    'faq.when',
  ]);
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
