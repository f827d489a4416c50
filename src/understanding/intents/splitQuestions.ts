import { capMessage, foldedKey } from './fold.ts';

/** Words that join two questions ("i", "oraz") and words that start one ("kiedy", "na ilu"). */
export type QuestionWords = {
  readonly joining: readonly string[];
  readonly starting: readonly string[];
};

type Token = { readonly word: string; readonly start: number; readonly endsSentence: boolean };

/**
 * The questions of a message in the words of the reader, in order. A cut is made where a sentence,
 * or a joining word, is followed by a word that starts a question: "kiedy są kody i na ilu
 * urządzeniach". A comma alone makes none, because in Polish it stands before every subordinate
 * clause ("powiedz, kiedy"). What is told before or after a question stays with it.
 */
export function splitQuestions(text: string, { joining, starting }: QuestionWords): string[] {
  const joiners = new Set(joining.map(foldedKey));
  const starters = new Set(starting.map(foldedKey));
  const longestStarter = Math.max(0, ...[...starters].map((phrase) => phrase.split(' ').length));
  const message = capMessage(text).normalize('NFC');
  const tokens = tokensOf(message);

  const startsQuestion = (from: number): boolean => {
    for (let length = longestStarter; length > 0; length -= 1) {
      const phrase = tokens.slice(from, from + length).map(({ word }) => word);
      if (starters.has(phrase.join(' '))) return true;
    }
    return false;
  };

  const cuts: number[] = [];
  let hasQuestion = false;
  tokens.forEach((token, position) => {
    const isJoined = joiners.has(token.word);
    const first = isJoined ? position + 1 : position;
    const isBoundary = isJoined || position === 0 || tokens[position - 1]?.endsSentence === true;
    if (!isBoundary || !startsQuestion(first)) return;
    if (hasQuestion) cuts.push(token.start);
    hasQuestion = true;
  });
  return slicesOf(message, cuts);
}

function tokensOf(message: string): Token[] {
  const found: { word: string; start: number; endsSentence: boolean }[] = [];
  for (const match of message.matchAll(/[\p{L}\p{N}\p{Cf}]+|[.!?;\n]/gu)) {
    const [piece] = match;
    const last = found.at(-1);
    if (/^[.!?;\n]$/.test(piece)) {
      if (last) last.endsSentence = true;
    } else {
      found.push({ word: foldedKey(piece), start: match.index, endsSentence: false });
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
