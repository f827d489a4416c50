import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConcepts } from '../../../src/understanding/intents/concepts.ts';
import {
  alignmentDistance,
  readSpelling,
  repairWords,
} from '../../../src/understanding/intents/typoRepair.ts';

const spelling = readSpelling([
  ...Array.from({ length: 20 }, () => ['kiedy']),
  ['aktywacja', 'kodu', 'urzadzenia', 'legimi'],
  ['aktywacja', 'regulamin', 'harmonogram', 'biblioteka'],
]);
const concepts = readConcepts(new Map([['PLATFORMA', ['storytel']]]));

function repaired(word: string): string {
  return repairWords([word], spelling, concepts, { steps: 0 }).join(' ');
}

test('a misspelt word becomes the word the bot was taught', () => {
  expect(repaired('aktywcaja')).toBe('aktywacja');
  expect(repaired('regulmin')).toBe('regulamin');
  expect(repaired('egulamin')).toBe('regulamin');
  expect(repaired('rregulamin')).toBe('regulamin');
});

test('a long word may have two mistakes, a shorter one only one', () => {
  expect(repaired('harmnogarm')).toBe('harmonogram');
  expect(repaired('leigimm')).toBe('leigimm');
});

test('a short word is repaired only into a common one', () => {
  expect(repaired('kidey')).toBe('kiedy');
  expect(repaired('kdou')).toBe('kdou');
});

test('known words, very short words, numbers and words of a known concept stay as they are', () => {
  for (const word of ['kod', 'kdo', 'regulaminu', 'storytelu', 'legim1']) {
    expect(repaired(word)).toBe(word);
  }
});

test('only so many words of a message are repaired', () => {
  const words = Array.from({ length: 80 }, () => 'aktywcaja');
  const result = repairWords(words, spelling, concepts, { steps: 0 });
  expect(result.filter((word) => word === 'aktywacja')).toHaveLength(12);
});

test('the distance counts single slips and gives up beyond the limit', () => {
  const distance = (a: string, b: string): number => alignmentDistance(a, b, 3, { steps: 0 });
  expect(distance('kod', 'kod')).toBe(0);
  expect(distance('kod', 'kdo')).toBe(1);
  expect(distance('kody', 'kod')).toBe(1);
  expect(distance('kot', 'kod')).toBe(1);
  expect(distance('abcdef', 'uvwxyz')).toBe(4);
});

test('the distance is the same in both directions', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const effort = { steps: 0 };
      expect(alignmentDistance(a, b, 20, effort)).toBe(alignmentDistance(b, a, 20, effort));
    }),
  );
});
