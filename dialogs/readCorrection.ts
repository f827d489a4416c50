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
  const [opener] = wordsOf(text);
  if (!openings.firstWords.has(opener?.bare ?? '')) return null;
  const words = [...wordsOf(text)];
  let rest = words;
  for (let length = lengthOfOpening(rest, openings); length > 0;) {
    rest = rest.slice(length);
    length = lengthOfOpening(rest, openings);
  }
  if (rest.length === words.length) return null;
  const [first] = rest;
  return first ? text.slice(first.start).trim() : '';
}

type Openings = {
  /** Longest first, each as its words. */
  readonly all: readonly (readonly string[])[];
  readonly firstWords: ReadonlySet<string>;
};

/** Every opening with every prefix. One list is asked for again and again. */
const openingsOf = remembered((list: string): Openings => {
  const all = [...wordingsOf(list)]
    .map((opening) => opening.split(' '))
    .flatMap((opening) => prefixes.map((prefix) => [...prefix, ...opening]))
    .sort((a, b) => b.length - a.length);
  return { all, firstWords: new Set(all.map(([first = '']) => first)) };
});

function lengthOfOpening(words: readonly Word[], { all }: Openings): number {
  const found = all.find((opening) => opening.every((word, index) => words[index]?.bare === word));
  return found?.length ?? 0;
}

function* wordsOf(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const start = index + word.search(/[\p{L}\p{N}]|$/u);
    if (bare(word) !== '') yield { bare: bare(word), start };
  }
}
