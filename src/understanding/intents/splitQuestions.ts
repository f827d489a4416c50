import { capMessage } from './fold.ts';
import { blankListMarks } from './listMarks.ts';
import { phraseAt, readPhrases } from './phrases.ts';
import { joinedFrom, questionCuts, type Boundaries, type Cut } from './questionCuts.ts';
import { tokensOf, type Token } from './tokens.ts';

/** Words that join two questions ("i", "przy okazji") and words that start one ("kiedy", "na ilu"). */
export type QuestionWords = {
  readonly joining: readonly string[];
  readonly starting: readonly string[];
  /** What a further question is about when it does not say: "ile ich jest i komu je dajecie?" */
  readonly subject: string;
};

/**
 * The questions of a message in the words of the reader, in order, each as the pieces that it may
 * have to be parted into in its turn.
 */
export type SplitQuestions = (text: string) => readonly (readonly string[])[];

/**
 * Splits messages by these words. A question ends where a sentence, or joining words, are followed by
 * a word that starts a question: "kiedy są kody, a przy okazji na ilu urządzeniach"; and at each mark
 * of a list. What is told before or after a question stays with it, joining words do not. A question
 * that is nothing but its starting words gets the rest of the next one: "od kiedy i do kiedy działa".
 *
 * It may also end at a comma before such a word, which in Polish stands before every subordinate
 * clause, too ("powiedz, kiedy"), behind a line, a question mark or a sign that lists (";", " / ", " + ")
 * where nothing starts a question, and at words that join a question to something without such a word
 * ("ile kodów i termin"): there it only ends a piece, and who reads them must judge what they mean. No
 * comma parts alternatives: "czy dziś, czy jutro".
 */
export function createSplitQuestions({
  joining,
  starting,
}: Omit<QuestionWords, 'subject'>): SplitQuestions {
  const boundaries = { joiners: readPhrases(joining), starters: readPhrases(starting) };
  return (text) => {
    const { message, marks } = blankListMarks(capMessage(text).normalize('NFC'));
    const tokens = tokensOf(message, marks);
    const cuts = questionCuts(tokens, boundaries);
    return cuts.length === 0 ? [[message.trim()]] : questionsOf(message, tokens, cuts, boundaries);
  };
}

function questionsOf(
  message: string,
  tokens: readonly Token[],
  cuts: readonly Cut[],
  boundaries: Boundaries,
): string[][] {
  const startOf = (position: number): number => tokens[position]?.start ?? message.length;
  const questions: string[][] = [];
  let next = { first: tokens.length, rest: '', isSameSentence: false };
  for (const { first, own, rest, isFirm, isSameSentence } of [
    beginning(tokens, boundaries),
    ...cuts,
  ].reverse()) {
    const end = startOf(next.first);
    const isBare = rest >= next.first && next.isSameSentence;
    const afterStart = isBare ? next.rest : message.slice(startOf(rest), end).trim();
    const piece = message.slice(first === 0 ? 0 : startOf(own), end).trim();
    const [group = []] = questions;
    group.unshift(isBare ? `${piece} ${next.rest}`.trim() : piece);
    if (questions.length === 0) questions.unshift(group);
    if (isFirm && first > 0) questions.unshift([]);
    next = { first, rest: afterStart, isSameSentence };
  }
  return questions;
}

/** The message's own beginning, as a cut. */
function beginning(tokens: readonly Token[], { joiners, starters }: Boundaries): Cut {
  const own = joinedFrom(tokens, 0, joiners);
  return {
    first: 0,
    own,
    rest: own + phraseAt(tokens, own, starters),
    isFirm: true,
    isSameSentence: false,
  };
}
