import { foldedKey } from './fold.ts';

/** Words and phrases, each as its words, by the first of them; the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export function readPhrases(list: readonly string[]): Phrases {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const phrase of list) {
    const words = foldedKey(phrase).split(' ');
    const [first = ''] = words;
    const others = phrases.get(first) ?? [];
    phrases.set(
      first,
      [...others, words].sort((a, b) => b.length - a.length),
    );
  }
  return phrases;
}

/** How many words the longest phrase has that stands at `position`; 0 when none does. */
export function phraseAt(
  tokens: readonly { readonly word: string }[],
  position: number,
  phrases: Phrases,
): number {
  const candidates = phrases.get(tokens[position]?.word ?? '') ?? [];
  const found = candidates.find((phrase) =>
    phrase.every((word, offset) => tokens[position + offset]?.word === word),
  );
  return found?.length ?? 0;
}
