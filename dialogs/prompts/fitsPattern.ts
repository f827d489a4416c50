import { remembered } from '../../src/rules/index.ts';
import { rememberedText } from '../rememberedText.ts';
import { bare, bareMessage } from './wordings.ts';

/**
 * True when the message fits one of a comma-separated list of patterns. A pattern names what must be
 * said, in any order: `link + nie działa | wygas` asks for "link" and for one of the other two, and a
 * part after `!` must not be said. An entry is the beginning of a word, with `=` a whole one, as in
 * the concepts of the locale; of several words the last is the beginning. With `wordsBetween` the parts
 * must stand about the first one, with at most so many other words among them.
 */
export function fitsPattern(
  text: string,
  patterns: string,
  { wordsBetween = Infinity }: { wordsBetween?: number } = {},
): boolean {
  return matcherOf(wordsBetween)(patterns)(text);
}

const matcherOf = remembered((wordsBetween: number) =>
  remembered((list: string) => {
    const patterns = patternsOf(list);
    return rememberedText((text) => {
      const message = bareMessage(text);
      const whole = spaced(message);
      return patterns.some(
        ({ wanted, unwanted }) =>
          wanted.every(isSaidIn(whole)) &&
          !unwanted.some(isSaidIn(whole)) &&
          (wordsBetween === Infinity || standTogether(wanted, message, wordsBetween)),
      );
    });
  }),
);

/** What can be said in its place, each entry after a space, a whole word before one too. */
type Part = readonly string[];

type Pattern = { readonly wanted: readonly Part[]; readonly unwanted: readonly Part[] };

function patternsOf(list: string): readonly Pattern[] {
  return list.split(',').map((pattern) => {
    const parts = pattern.split('+');
    return {
      wanted: parts.filter((part) => !isUnwanted(part)).map(partOf),
      unwanted: parts.filter(isUnwanted).map(partOf),
    };
  });
}

function isUnwanted(part: string): boolean {
  return part.includes('!');
}

function partOf(part: string): Part {
  return part.split('|').map((entry) => ` ${bare(entry)}${entry.includes('=') ? ' ' : ''}`);
}

function isSaidIn(said: string): (part: Part) => boolean {
  return (part) => part.some((entry) => said.includes(entry));
}

function standTogether(parts: readonly Part[], message: string, wordsBetween: number): boolean {
  const [first = []] = parts;
  const ownWords = parts.reduce((sum, [entry = '']) => sum + entry.trim().split(' ').length, 0);
  const reach = ownWords - 1 + wordsBetween;
  const words = message.split(' ');
  return words.some((_, index) => {
    const onwards = spaced(words.slice(index, index + reach + 1).join(' '));
    if (!first.some((entry) => onwards.startsWith(entry))) return false;
    const about = spaced(words.slice(Math.max(0, index - reach), index + reach + 1).join(' '));
    return parts.every(isSaidIn(about));
  });
}

function spaced(words: string): string {
  return ` ${words} `;
}
