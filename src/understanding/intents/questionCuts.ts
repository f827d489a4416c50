import { phraseAt, type Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Words that join two questions, and words that start one. */
export type Boundaries = { readonly joiners: Phrases; readonly starters: Phrases };

/** Where a question may begin, as positions of tokens. */
export type Cut = {
  /** Its first word, be it one that only joins. */
  readonly first: number;
  /** The first word behind those that join, where what they join is surely a question. */
  readonly own: number;
  /** The first word behind those that start a question. */
  readonly rest: number;
  /** False where what follows may just as well belong to the question before. */
  readonly isFirm: boolean;
  readonly isSameSentence: boolean;
};

/** Where questions begin, in order; the first one begins with the message and is left out. */
export function questionCuts(
  tokens: readonly Token[],
  { joiners, starters }: Boundaries,
): readonly Cut[] {
  const cuts: Cut[] = [];
  let hasQuestion = false;
  /** The word that last started a question in this sentence, even in the middle of a clause. */
  let startedHere: string | undefined;
  for (let first = 0; first < tokens.length; first += 1) {
    const before = tokens[first - 1]?.end ?? (first === 0 ? 'sentence' : 'none');
    const isNewSentence = before !== 'none' && before !== 'comma';
    if (isNewSentence) startedHere = undefined;
    const own = first + joinedFrom(tokens, first, joiners);
    const rest = own + phraseAt(tokens, own, starters);
    const isStart = rest > own;
    const isJoined = own > first;
    const isAfterQuestion = hasQuestion || startedHere !== undefined;
    const isBoundary = before === 'mark' || (isStart && (isJoined || isNewSentence));
    const word = tokens[own]?.word;
    const isPiece = isJoined || (isStart && before === 'comma' && word !== startedHere);
    const isNext = (isBoundary || isPiece) && isAfterQuestion;
    const isLed = tokens[first - 1]?.leads === true;
    if (word !== undefined && !isLed && (isNext || before === 'line')) {
      cuts.push({
        first,
        own: isStart || isBoundary ? own : first,
        rest,
        isFirm: isBoundary && isAfterQuestion,
        isSameSentence: !isNewSentence,
      });
    }
    if (isBoundary) hasQuestion = true;
    if (isStart) {
      startedHere = word;
      first = own;
    } else if (isJoined) {
      first = own - 1;
    }
  }
  return cuts;
}

/** How many words from `position` on only join: "no i przy okazji". */
export function joinedFrom(tokens: readonly Token[], position: number, joiners: Phrases): number {
  let joined = 0;
  for (;;) {
    const length = phraseAt(tokens, position + joined, joiners);
    if (length === 0) return joined;
    joined += length;
  }
}
