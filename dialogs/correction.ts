import { remembered } from '../src/rules/index.ts';
import { bare, wordingsOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';

/** A word as it is compared, and where it stands in the message. */
type Word = { readonly bare: string; readonly start: number };

/** What may stand before an opening: "oj nie, chodziło mi o". */
const prefixes = [[], ['nie'], ['no', 'nie'], ['oj', 'nie'], ['ale', 'nie'], ['ale']];

/**
 * What is left of a message that corrects the bot ("nie, chodziło mi o 10.11.2026"): the wish itself,
 * as it was written, or nothing when the reader only says that it was something else. `null` when the
 * message corrects nothing.
 */
export function readCorrection(text: string, { texts }: Pick<Services, 'texts'>): string | null {
  const openings = openingsOf(texts.say('correction.openings'));
  const words = wordsOf(text);
  let rest = words;
  for (let length = lengthOfOpening(rest, openings); length > 0;) {
    rest = rest.slice(length);
    length = lengthOfOpening(rest, openings);
  }
  if (rest.length === words.length) return null;
  const [first] = rest;
  return first ? text.slice(first.start).trim() : '';
}

/** Every opening with every prefix, longest first. One list is asked for again and again. */
const openingsOf = remembered((list: string): readonly string[][] =>
  [...wordingsOf(list)]
    .map((opening) => opening.split(' '))
    .flatMap((opening) => prefixes.map((prefix) => [...prefix, ...opening]))
    .sort((a, b) => b.length - a.length),
);

function lengthOfOpening(words: readonly Word[], openings: readonly string[][]): number {
  const found = openings.find((opening) =>
    opening.every((word, index) => words[index]?.bare === word),
  );
  return found?.length ?? 0;
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/\S+/gu), ({ 0: word, index }) => ({
    bare: bare(word),
    start: index + word.search(/[\p{L}\p{N}]|$/u),
  })).filter((word) => word.bare !== '');
}
