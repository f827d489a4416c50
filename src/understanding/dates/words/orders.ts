import type { Which, Year } from '../meaning/meaning.ts';

const hard = '(?:y|a|e|ego|ej|ym|emu)';
const last = `(?:(?:zeszl|ubiegl|minion)${hard}|(?:poprzedni|ostatni)(?:|a|e|ego|ej|m|emu)|tamt(?:en|a|e|ego|ej|ym))`;
const next = `(?:(?:przyszl|nastepn|kolejn)${hard})`;
const current = `(?:biezac${hard}|obecn${hard})`;

/** "ten", "zeszły", "przyszły" in every case and gender, folded. */
export const orderWord = `(?:${last}|${next}|${current}|ten|ta|te|to|tego|tej|tym)`;

/** "najbliższy", "nadchodzący": the first one still to come. */
export const nearestWord = `(?:(?:najblizsz|nadchodzac)${hard})`;

/** Before or after a unit of time: also "ub." and "br.". */
export function whichOf(words: string): Which {
  const word = words.replace(/^roku /, '');
  if (/^(?:zeszl|ubiegl|minion|poprzedn|ostatn|tamt|ub)/.test(word)) return 'last';
  if (/^(?:przyszl|nastepn|kolejn)/.test(word)) return 'next';
  return word === '' ? 'plain' : 'this';
}

export function shiftOf(word: string): number {
  return { plain: 0, last: -1, this: 0, next: 1 }[whichOf(word)];
}

/** The year of the groups `year` and `order`: "2026", "zeszłego". */
export function yearOf(said: string, order: string): Year | null {
  if (said !== '') return { said: Number(said) };
  return order === '' ? null : { shift: shiftOf(order) };
}
