import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readCodeFile } from '../../../src/staff/codes/codeFile.ts';
import { judgeCodes } from '../../../src/staff/codes/judgeCodes.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../fixtures/csv', name));
const codes = ['B', 'C', 'D', 'E', 'F', 'G'].map(
  (letter, index) => `LGM00${index + 1}-${letter}7K2`,
);

describe('a file of codes', () => {
  test.each([
    ['excelWindows1250.csv', 'Windows-1250', 'Kod dostępu'],
    ['excelUtf8.csv', 'UTF-8', 'Kod'],
    ['oneColumn.csv', 'UTF-8', null],
    ['commas.csv', 'UTF-8', 'Kod, jednorazowy'],
    ['tabsUtf16.csv', 'UTF-16', 'Kody Legimi'],
  ])('%s is read', (name, encoding, title) => {
    const file = readCodeFile(fixture(name));
    expect(file).toMatchObject({ outcome: 'read', encoding, title });
    expect(file.outcome === 'read' && file.cells.map(({ text }) => text)).toEqual(codes);
  });

  test('from an old Polish program is read with its own letters', () => {
    const title = 'Kod książki: źdźbło i łoś';
    const file = readCodeFile(iconv.encode(`${title}\r\nABC-1\r\n`, 'windows-1250'));
    expect(file).toMatchObject({ encoding: 'Windows-1250', title });
  });

  test('keeps the number of each line, as an editor shows it', () => {
    const file = readCodeFile(fixture('excelWindows1250.csv'));
    expect(file.outcome === 'read' && file.cells.map(({ line }) => line)).toEqual([
      2, 3, 4, 5, 6, 7,
    ]);
  });

  test.each([
    ['with several columns and no title', fixture('severalColumns.csv'), 'noCodeColumn'],
    ['that is empty', Buffer.from(''), 'empty'],
    ['with blank lines only', Buffer.from('\r\n;;\r\n \r\n'), 'empty'],
    ['with a title only', Buffer.from('Kod\r\n'), 'empty'],
  ])('%s is refused', (_name, file, outcome) => {
    expect(readCodeFile(file)).toEqual({ outcome });
  });

  test('with quotes that do not match is refused, with the line', () => {
    const file = readCodeFile(fixture('brokenQuotes.csv'));
    expect(file).toMatchObject({ outcome: 'unreadable' });
    expect(file.outcome === 'unreadable' && file.line).toBeGreaterThanOrEqual(3);
  });

  test('does not take a code for a title because KOD stands in it', () => {
    const file = readCodeFile(Buffer.from('AKODXYZ\nABCDEFG\n'));
    expect(file).toMatchObject({ title: null, cells: [{ text: 'AKODXYZ' }, { text: 'ABCDEFG' }] });
  });

  test('loses blanks and invisible characters around a code', () => {
    const file = readCodeFile(Buffer.from('\u00a0ABC-1 \n\u200bABC-2\t\n'));
    expect(file).toMatchObject({ cells: [{ text: 'ABC-1' }, { text: 'ABC-2' }] });
  });

  test('gives the same codes however an office program writes it', () => {
    const anyCode = fc.stringMatching(/^[A-Z0-9]{3}-[A-Z0-9]{4,9}$/);
    fc.assert(
      fc.property(
        fc.array(anyCode, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(';', ',', '\t'),
        fc.constantFrom('\r\n', '\n'),
        fc.constantFrom('utf8', 'utf8-bom', 'win1250', 'utf16'),
        fc.boolean(),
        fc.boolean(),
        fc.nat({ max: 2 }),
        (list, delimiter, newline, encoding, hasTitle, isQuoted, columnsBefore) => {
          const before = hasTitle ? columnsBefore : 0;
          const row = (cell: string, filler: string): string =>
            [...Array<string>(before).fill(filler), isQuoted ? `"${cell}"` : cell].join(delimiter);
          const rows = list.map((code) => row(code, 'żółw'));
          if (hasTitle) rows.unshift(row('Kod', 'Filia Gdańsk'));
          const file = iconv.encode(
            rows.join(newline) + newline,
            encoding.replace('-bom', ''),
            encoding === 'utf8-bom' || encoding === 'utf16' ? { addBOM: true } : {},
          );
          const read = readCodeFile(file);
          expect(read.outcome === 'read' && read.cells.map(({ text }) => text)).toEqual(list);
        },
      ),
    );
  });

  test('never makes the program fail, whatever bytes it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const file = readCodeFile(bytes);
        if (file.outcome === 'read') judgeCodes(file.cells, { acceptsAnyLength: false });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the codes of a file', () => {
  const judge = (texts: readonly string[], acceptsAnyLength = false) =>
    judgeCodes(
      texts.map((text, index) => ({ line: index + 1, text })),
      { acceptsAnyLength },
    );

  test('are all good when nothing is wrong', () => {
    const judged = judge(codes);
    expect(judged.problems).toEqual([]);
    expect(judged.codes.map(({ text }) => text)).toEqual(codes);
  });

  test.each([
    ['an empty one', '', { kind: 'empty' }],
    ['one with a blank inside', 'LGM001 B7K2', { kind: 'strangeCharacters', characters: 'U+0020' }],
    ['one with Polish letters', 'LGM001-Ę7Ł2', { kind: 'strangeCharacters', characters: 'Ę Ł' }],
    ['one with look-alikes', 'LGM001-В7K2', { kind: 'strangeCharacters', characters: 'В' }],
    ['a rounded number', '4,15E+11', { kind: 'spreadsheetNumber' }],
    ['a rounded number', '4.15e11', { kind: 'spreadsheetNumber' }],
    ['one cut short', 'LGM001-B7K', { kind: 'wrongLength', length: 10, usual: 11 }],
    ['one that stands above', 'LGM002-C7K2', { kind: 'duplicateInFile', firstLine: 2 }],
  ])('do not count %s', (_name, text, problem) => {
    const judged = judge([...codes, text]);
    expect(judged.problems).toEqual([{ line: 7, ...problem }]);
    expect(judged.codes).toHaveLength(6);
  });

  test('may have any length when staff say so', () => {
    expect(judge(['ABC', 'ABCD', 'ABCDE'], true).problems).toEqual([]);
    expect(judge(['ABC', 'ABC'], true).problems).toMatchObject([{ kind: 'duplicateInFile' }]);
  });
});
