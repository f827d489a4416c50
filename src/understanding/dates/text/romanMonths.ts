/**
 * Roman months stand for a month only in capitals and beside a day: in "10 i 11" the "i" is a word.
 * They are rewritten before the text is folded to lower case, each to a character of the private
 * use area, padded so that nothing moves.
 */
const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const padding = '\uE0FF';

/** The stand-ins of January to December. */
export const romanMonths: readonly string[] = numerals.map((_, index) =>
  String.fromCharCode(0xe000 + index),
);

const numeral = '(?:X(?:II?)?|IX|IV|V(?:III|II?)?|I{1,3})';
const afterDay = new RegExp(
  String.raw`(?<=(?<!\d)\d{1,2}(?:\.? ?|[-/]))(${numeral})(?![\p{L}\d])`,
  'gu',
);
/** A lone letter may be the word "i" or a size: after a space it needs a year or an end behind it. */
const standsAlone = /^(?:\.?[-/ ]?(?:19|20)\d\d|\.?$|[.,;:!?)]|[-/]\d)/;

export function markRomanMonths(text: string): string {
  return text.replace(afterDay, (match, _numeral: string, offset: number) => {
    const isLetter = match.length === 1;
    const afterSpace = text[offset - 1] === ' ' || /\d/.test(text[offset - 1] ?? '');
    if (isLetter && afterSpace && !standsAlone.test(text.slice(offset + 1))) return match;
    const index = numerals.indexOf(match);
    return (romanMonths[index] ?? '') + padding.repeat(match.length - 1);
  });
}
