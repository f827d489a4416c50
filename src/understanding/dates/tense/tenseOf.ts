import type { Tense } from '../meaning/candidates.ts';
import type { Bound } from '../meaning/meaning.ts';
import { fold } from '../text/fold.ts';
import { markOf, turnsAhead, type TenseMark } from './tenseWords.ts';

type Mark = { readonly tense: TenseMark; readonly start: number; readonly end: number };

/** A message prepared for asking the tense around its dates. */
export type TensedText = { readonly folded: string; readonly marks: readonly Mark[] };

export function tensedText(plain: string): TensedText {
  const folded = fold(plain);
  const written = plain.replaceAll('İ', 'I').toLowerCase();
  const words = Array.from(folded.matchAll(/[a-z]+/g));
  const marks = words.flatMap(({ 0: word, index }, position) => {
    const mark = markOf(word, written.slice(index, index + word.length));
    if (mark === null) return [];
    const isTurned =
      mark === 'past' &&
      words.slice(Math.max(0, position - 3), position).some(({ 0: before }) => turnsAhead(before));
    return [
      { tense: isTurned ? ('future' as const) : mark, start: index, end: index + word.length },
    ];
  });
  return { folded, marks };
}

const sentenceEnd =
  /[!?;\n]|\.(?= +[a-z]| *$)(?<!\b(?:r|ok|godz|nr|ul|pn|wt|sr|czw|pt|sob|tyg|br|m\.in|np|tj|tzn|sie|sierp|wrz|paz|lis|gru|sty|lut|mar|kwi|cze|lip)\.)(?<!\d\.)/g;

/**
 * The tense of a date that stands from `start` to `end`: a date "z 10 sierpnia" is past, as is
 * "od piątku nie działa"; else the nearest verb of the sentence decides, then one of the message.
 */
export function tenseOf(
  { folded, marks }: TensedText,
  start: number,
  end: number,
  bound: Bound | null,
): Tense {
  const before = folded.slice(Math.max(0, start - 20), start);
  if (/\bze? (?:dnia )?$/.test(before) && !folded.startsWith(' na ', end)) return 'past';
  if (/\bdzis(?:iaj)?(?: jest| mamy)?,? $/.test(before)) return 'none';
  const [from, to] = sentenceAround(folded, start, end);
  const inSentence = marks.filter((mark) => mark.start >= from && mark.end <= to);
  if (
    bound === 'from' &&
    tellsWhatLasts(folded.slice(from, start) + folded.slice(end, to)) &&
    !hasFutureTense(folded, from, to)
  ) {
    return 'past';
  }
  const clear = (all: readonly Mark[]): readonly Mark[] =>
    all.filter(({ tense }) => tense !== 'leansAhead');
  const nearest =
    nearestOf(clear(inSentence), folded, start, end) ??
    nearestOf(inSentence, folded, start, end) ??
    nearestOf(clear(marks), folded, start, end);
  if (nearest === undefined || nearest.tense === 'present') return 'none';
  if (nearest.tense !== 'past') return 'future';
  return setsADate(before, bound) ? 'none' : 'past';
}

/** "umówiłam się na 10 grudnia", "pobrany kod ważny do 10 grudnia": the verb was, the date may be. */
function setsADate(before: string, bound: Bound | null): boolean {
  if (/\bna (?:dzien )?$/.test(before)) return true;
  const isTerm = /\b(?:wazn|termin|czas|aktywn)[a-z]*(?: jest| mam)? $/.test(before);
  return isTerm && (bound === 'until' || bound === 'from') && !/\b(?:byl|mial)/.test(before);
}

/** What lasts since a day: trouble, or waiting and reading. */
function tellsWhatLasts(sentence: string): boolean {
  return /\b(?:nie|problem[a-z]*|blad|bledy|awari[a-z]*|klopot[a-z]*|czekam|czytam|korzystam|uzywam|probuje)\b/.test(
    sentence,
  );
}

function hasFutureTense(folded: string, from: number, to: number): boolean {
  return /\bbed(?:e|zie|a|ziemy)\b/.test(folded.slice(from, to));
}

function sentenceAround(folded: string, start: number, end: number): [number, number] {
  let from = 0;
  for (const { 0: mark, index } of folded.matchAll(sentenceEnd)) {
    if (index + mark.length <= start) from = index + mark.length;
    else if (index >= end) return [from, index];
  }
  return [from, folded.length];
}

/** Letters between the two, and as much again for every comma or conjunction on the way. */
function nearestOf(
  marks: readonly Mark[],
  folded: string,
  start: number,
  end: number,
): Mark | undefined {
  const weighed = marks.map((mark) => {
    const isBefore = mark.end <= start;
    const gap = isBefore ? folded.slice(mark.end, start) : folded.slice(end, mark.start);
    const breaks =
      gap.match(/,|\b(?:a|ale|i|oraz|wiec|czy|ze|to|bo|do kiedy|kiedy|jesli)\b/g) ?? [];
    return { mark, weight: gap.length + 20 * breaks.length + (isBefore ? 0 : 3) };
  });
  return weighed.sort((a, b) => a.weight - b.weight)[0]?.mark;
}
