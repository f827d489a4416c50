import { remembered } from '../../src/rules/index.ts';
import { bare, bareMessage } from './wordings.ts';

/**
 * True when the message fits one of a comma-separated list of patterns. A pattern names what must be
 * said, in any order: `link + nie działa | wygas` asks for "link" and for one of the other two, and a
 * part after `!` must not be said. An entry is the beginning of a word, with `=` a whole one, as in
 * the concepts of the locale; of several words the last is the beginning.
 */
export function fitsPattern(text: string, patterns: string): boolean {
  const said = ` ${bareMessage(text)} `;
  return patternsOf(patterns).some((parts) =>
    parts.every(({ entries, isWanted }) => entries.some((one) => said.includes(one)) === isWanted),
  );
}

type Part = { readonly entries: readonly string[]; readonly isWanted: boolean };

const patternsOf = remembered((patterns: string): readonly (readonly Part[])[] =>
  patterns.split(',').map((pattern) => pattern.split('+').map(partOf)),
);

function partOf(part: string): Part {
  const entries = part
    .split('|')
    .map((entry) => ` ${bare(entry)}${entry.includes('=') ? ' ' : ''}`);
  return { entries, isWanted: !part.includes('!') };
}
