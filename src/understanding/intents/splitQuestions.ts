import { capMessage, foldedKey } from './fold.ts';

/** Words that join two questions ("i", "oraz") and words that start one ("kiedy", "na ilu"). */
export type QuestionWords = {
  readonly joining: readonly string[];
  readonly starting: readonly string[];
};

/** `end`: what stands right after the word, as far as it may part two questions. */
type Token = { word: string; start: number; end: 'none' | 'comma' | 'sentence' };

/** The questions of a message in the words of the reader, in order. */
export type SplitQuestions = (
  text: string,
  options?: { readonly alsoAtCommas?: boolean },
) => string[];

/**
 * Splits messages by these words. A cut is made where a sentence, or a joining word, is followed by a
 * word that starts a question: "kiedy są kody i na ilu urządzeniach". What is told before or after a
 * question stays with it.
 *
 * A comma makes no cut unless asked for with `alsoAtCommas`, because in Polish it stands before
 * every subordinate clause ("powiedz, kiedy"): whoever asks must judge what the pieces mean. Even
 * then it makes none before the word that started the question before it, where it lists
 * alternatives: "czy dziś, czy jutro".
 */
export function createSplitQuestions({ joining, starting }: QuestionWords): SplitQuestions {
  const joiners = new Set(joining.map(foldedKey));
  const starters = readStarters(starting);

  return (text, { alsoAtCommas = false } = {}) => {
    const message = capMessage(text).normalize('NFC');
    const tokens = tokensOf(message);
    const cuts: number[] = [];
    let hasQuestion = false;
    /** The word that last started a question in this sentence, even in the middle of a clause. */
    let startedHere: string | undefined;
    tokens.forEach((token, position) => {
      const before = tokens[position - 1]?.end ?? (position === 0 ? 'sentence' : 'none');
      if (before === 'sentence') startedHere = undefined;
      const isJoined = joiners.has(token.word);
      if (!startsQuestion(tokens, isJoined ? position + 1 : position, starters)) return;
      const isComma = alsoAtCommas && before === 'comma' && token.word !== startedHere;
      const isBoundary = isJoined || before === 'sentence' || isComma;
      if (isBoundary && (hasQuestion || startedHere !== undefined)) cuts.push(token.start);
      if (isBoundary) hasQuestion = true;
      startedHere = token.word;
    });
    return slicesOf(message, cuts);
  };
}

/** Words and phrases that start a question, each as its words, by the first of them. */
type Starters = ReadonlyMap<string, readonly (readonly string[])[]>;

function readStarters(starting: readonly string[]): Starters {
  const starters = new Map<string, (readonly string[])[]>();
  for (const phrase of starting) {
    const words = foldedKey(phrase).split(' ');
    const [first = ''] = words;
    starters.set(first, [...(starters.get(first) ?? []), words]);
  }
  return starters;
}

function startsQuestion(tokens: readonly Token[], position: number, starters: Starters): boolean {
  const phrases = starters.get(tokens[position]?.word ?? '') ?? [];
  return phrases.some((phrase) =>
    phrase.every((word, offset) => tokens[position + offset]?.word === word),
  );
}

function tokensOf(message: string): Token[] {
  const found: Token[] = [];
  for (const match of message.matchAll(/[\p{L}\p{N}\p{Cf}]+|[,.!?;\n]/gu)) {
    const [piece] = match;
    const last = found.at(-1);
    if (!/^[,.!?;\n]$/.test(piece)) {
      found.push({ word: foldedKey(piece), start: match.index, end: 'none' });
    } else if (last && last.end !== 'sentence') {
      last.end = piece === ',' ? 'comma' : 'sentence';
    }
  }
  return found;
}

function slicesOf(message: string, cuts: readonly number[]): string[] {
  const bounds = [0, ...cuts, message.length];
  return bounds
    .slice(1)
    .map((end, position) => message.slice(bounds[position], end).trim())
    .filter((slice) => slice !== '');
}
