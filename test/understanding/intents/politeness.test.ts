import { expect, test } from 'vitest';
import { wordsOf } from '../../../src/understanding/intents/fold.ts';
import { readPoliteness, stripPoliteness } from '../../../src/understanding/intents/politeness.ts';

const politeness = readPoliteness({
  opening: ['Dzień dobry', 'cześć', 'czes', 'mam pytanie', 'chciałabym zapytać', 'proszę'],
  closing: ['dziękuję', 'dziękuję bardzo', 'z góry dziękuję', 'pozdrawiam'],
});

function stripped(text: string): string {
  return stripPoliteness(wordsOf(text), politeness).join(' ');
}

test('polite words around a question fall away, however many there are', () => {
  expect(stripped('dzien dobry mam pytanie kiedy sa kody z gory dziekuje pozdrawiam')).toBe(
    'kiedy sa kody',
  );
});

test('a greeting alone stays a greeting, thanks alone stay thanks', () => {
  expect(stripped('dzien dobry')).toBe('dzien dobry');
  expect(stripped('dziekuje bardzo')).toBe('dziekuje bardzo');
  expect(stripped('czesc mam pytanie')).toBe('mam pytanie');
});

test('a phrase never cuts inside a word', () => {
  expect(stripped('czesci do czytnika')).toBe('czesci do czytnika');
  expect(stripped('proszek do prania')).toBe('proszek do prania');
});

test('the longest phrase that leaves enough words is taken', () => {
  expect(stripped('kiedy beda kody dziekuje bardzo')).toBe('kiedy beda kody');
  expect(stripped('kod prosze dziekuje bardzo')).toBe('kod prosze dziekuje bardzo');
});

test('a closing phrase repeated without end takes steps in proportion to its length', () => {
  const lookups = (repeats: number): number => {
    let count = 0;
    const counting = new Set(politeness.closing.phrases);
    const has = counting.has.bind(counting);
    counting.has = (phrase) => {
      count += 1;
      return has(phrase);
    };
    const words = wordsOf(`kod ${'dziekuje bardzo '.repeat(repeats)}x`);
    const closing = { ...politeness.closing, phrases: counting };
    stripPoliteness(words, { ...politeness, closing });
    stripPoliteness(words.slice(0, -1), { ...politeness, closing });
    return count;
  };
  expect(lookups(22)).toBeLessThan(22 * 2 * 3 + 10);
  expect(lookups(400)).toBeLessThan(400 * 2 * 3 + 10);
});
