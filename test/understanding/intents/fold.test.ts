import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capMessage, fold, foldedKey, wordsOf } from '../../../src/understanding/intents/fold.ts';

test('a message reads the same with and without Polish diacritics', () => {
  expect(foldedKey('Zażółć gęślą jaźń')).toBe('zazolc gesla jazn');
  expect(foldedKey('ŁÓDŹ')).toBe(foldedKey('lodz'));
});

test('a message reads the same composed, decomposed and with invisible characters', () => {
  const question = 'Kiedy są kody, proszę Państwa?';
  expect(foldedKey(question.normalize('NFD'))).toBe(foldedKey(question));
  expect(foldedKey('ki\u200Bedy \u202Esą\u202C ko\u00ADdy, \uFEFFproszę Państwa?')).toBe(
    foldedKey(question),
  );
});

test('letters held down count once, doubled letters stay', () => {
  expect(foldedKey('kooooody proszęęę')).toBe('kody prosze');
  expect(foldedKey('Anna w Holland')).toBe('anna w holland');
  expect(foldedKey('1000')).toBe('1000');
});

test('e-book, e book and ebook are one word', () => {
  expect(wordsOf('e-booki i e booki i ebooki')).toEqual(['ebooki', 'i', 'ebooki', 'i', 'ebooki']);
});

test('an emoji counts only when there are no words', () => {
  expect(foldedKey('👍🏽')).toBe('👍');
  expect(foldedKey('dzięki 🙂')).toBe('dzieki');
});

test('a message is cut before any other work', () => {
  expect(capMessage('a'.repeat(10_000))).toHaveLength(600);
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const once = foldedKey(text);
      expect(foldedKey(once)).toBe(once);
    }),
  );
});

test('words hold neither spaces nor capital letters nor marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const word of wordsOf(fold(text))) expect(word).not.toMatch(/[\s\p{M}A-Z]/u);
    }),
  );
});
