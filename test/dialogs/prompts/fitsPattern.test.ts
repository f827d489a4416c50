import { describe, expect, test } from 'vitest';
import { fitsPattern } from '../../../dialogs/prompts/fitsPattern.ts';

const patterns = 'liczb|numer + inn|nie zgadz + !kart, hasł + pin=';

describe('a pattern', () => {
  test.each(['liczba się nie zgadza', 'Tu jest inna LICZBA!', 'numer jest inny', 'haslo i PIN'])(
    'is fitted by its parts in any order, in any spelling: %s',
    (text) => expect(fitsPattern(text, patterns)).toBe(true),
  );

  test.each([
    ['a part is missing', 'jaka to liczba?'],
    ['what must not be said is said', 'numer karty się nie zgadza'],
    ['a whole word is only begun', 'hasło i pinezka'],
    ['a word begins elsewhere', 'nieliczba jest inna'],
    ['nothing is said', ''],
  ])('is not fitted when %s', (_why, text) => expect(fitsPattern(text, patterns)).toBe(false));
});

describe('a pattern whose parts must stand together', () => {
  const together = (text: string): boolean =>
    fitsPattern(text, 'nie= + sił + żyć=, dość= + życia=', { wordsBetween: 3 });

  test.each([
    'nie mam już naprawdę siły żyć',
    'żyć mi się nie chce, nie mam siły',
    'mam dość takiego życia',
    'życia mam już serdecznie dość',
  ])('is fitted by its parts in any order, close to each other: %s', (text) =>
    expect(together(text)).toBe(true),
  );

  test.each([
    ['they stand far apart', 'mam dość czekania na te kody do końca życia'],
    ['one is missing', 'nie mam siły'],
    ['nothing is said', ''],
  ])('is not fitted when %s', (_why, text) => expect(together(text)).toBe(false));
});
