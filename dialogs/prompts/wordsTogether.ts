import { remembered } from '../../src/rules/index.ts';
import { bare, bareMessage } from './wordings.ts';

type IsWord = (word: string) => boolean;
/** Words of which a message must hold all, close together. */
type Entry = readonly IsWord[];

/** Other words that may stand among those of an entry: "nie mam już naprawdę siły żyć". */
const wordsBetween = 3;

/**
 * True when all words of one entry of a comma-separated list stand close together in the message, in any
 * order. `sił*` is the beginning of a word; each entry has a whole word too.
 */
export function hasWordsTogether(text: string, list: string): boolean {
  const entries = entriesOf(list);
  const words = bareMessage(text).split(' ');
  return words.some((word, index) =>
    entries.get(word)?.some((entry) => {
      const reach = entry.length - 1 + wordsBetween;
      const near = words.slice(Math.max(0, index - reach), index + reach + 1);
      return entry.every((isWord) => near.some(isWord));
    }),
  );
}

/** The entries of a list by their first whole word. Every turn asks for the same list. */
const entriesOf = remembered((list: string): ReadonlyMap<string, readonly Entry[]> => {
  const entries = new Map<string, Entry[]>();
  for (const listed of list.split(',')) {
    const words = listed.trim().split(/\s+/u);
    const whole = words.find((word) => !word.endsWith('*'));
    if (!whole) throw new Error(`WHOLE_WORD_MISSING: "${listed.trim()}" needs a word without "*".`);
    const others = entries.get(bare(whole)) ?? [];
    entries.set(bare(whole), [...others, words.map(matcherOf)]);
  }
  return entries;
});

function matcherOf(listed: string): IsWord {
  const word = bare(listed);
  return listed.endsWith('*') ? (said) => said.startsWith(word) : (said) => said === word;
}
