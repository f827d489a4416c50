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
