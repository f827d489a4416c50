import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withExample } from '../../../src/staff/questions/exampleFile.ts';

const files = ['faq', 'intents'].flatMap((folder) =>
  readdirSync(join('locales/pl', folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => join('locales/pl', folder, name)),
);

function questionsOf(source: string): unknown {
  return (parse(source) as { questions: unknown }).questions; // of a file with that list
}

describe('an example is added to a file', () => {
  test.each(files)('%s and every other line stays as it is', (file) => {
    const source = readFileSync(file, 'utf8');
    expect(withExample(source, 'kody w Wigilię też?')).toBe(`${source}  - kody w Wigilię też?\n`);
  });

  test('between the list and what follows it', () => {
    const source = '# góra\nquestions:\n- a # do poprawy\n\n# dół\nowner: x\n';
    expect(withExample(source, 'b')).toBe(
      '# góra\nquestions:\n- a # do poprawy\n- b\n\n# dół\nowner: x\n',
    );
  });

  test.each([
    ['without a line break at its end', 'questions:\n  - a', 'questions:\n  - a\n  - b\n'],
    ['with line breaks of Windows', 'questions:\r\n  - a\r\n', 'questions:\r\n  - a\r\n  - b\r\n'],
    ['with a byte order mark', '\ufeffquestions:\n  - a\n', '\ufeffquestions:\n  - a\n  - b\n'],
    [
      'whose last example has several lines',
      'questions:\n    - |\n      a\n      b\nowner: x\n',
      'questions:\n    - |\n      a\n      b\n    - b\nowner: x\n',
    ],
    [
      'whose list stands in brackets on a line of its own',
      'questions:\n  [a, c]\nowner: x\n',
      'questions: [a, c, b]\nowner: x\n',
    ],
    [
      'whose list stands in brackets',
      '# góra\nquestions: [a, c] # obok\nowner: x\n',
      '# góra\nquestions: [a, c, b] # obok\nowner: x\n',
    ],
  ])('%s', (_what, source, result) => {
    expect(withExample(source, 'b')).toBe(result);
  });

  test('in quotes where YAML would read something else', () => {
    const wordings = fc.oneof(
      fc.constantFrom('10', 'null', 'true', '- a', 'a: b', 'a #b', "'a", '"a"', '*a', '[a', '---'),
      fc.constantFrom('? a', 'a:', '%a', '@a', '|', '>', '{a}', '!a', '&a', '…', 'O`Hara'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).map(oneLine),
    );
    fc.assert(
      fc.property(wordings, (text) => {
        fc.pre(text !== '');
        const result = withExample('questions:\n  - a\nowner: x\n', text);
        expect(questionsOf(result)).toEqual(['a', text]);
        expect(result.split('\n')).toHaveLength(5);
      }),
    );
  });

  test('only when there is a list of examples', () => {
    expect(() => withExample('questions: a\n', 'b')).toThrow(RangeError);
  });
});

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
}
