import { oneOf } from './pattern.ts';

const ordinals: readonly (readonly [number, string])[] = [
  [1, 'pierwsz'],
  [2, 'drug'],
  [3, 'trzec'],
  [4, 'czwart'],
  [5, 'piat'],
  [6, 'szost'],
  [7, 'siodm'],
  [8, 'osm'],
  [9, 'dziewiat'],
  [10, 'dziesiat'],
  [11, 'jedenast'],
  [12, 'dwunast'],
  [13, 'trzynast'],
  [14, 'czternast'],
  [15, 'pietnast'],
  [16, 'szesnast'],
  [17, 'siedemnast'],
  [18, 'osiemnast'],
  [19, 'dziewietnast'],
  [20, 'dwudziest'],
  [30, 'trzydziest'],
];

type Case = 'nominative' | 'genitive' | 'instrumental' | 'feminine' | 'feminineObject';

/** "drugi" and "trzeci" are soft: -i where the others have -y. */
function inflect(stem: string, inCase: Case): string {
  const soft = stem === 'drug' || stem === 'trzec';
  const feminine = stem === 'trzec' ? 'trzecia' : `${stem}a`;
  switch (inCase) {
    case 'nominative':
      return stem + (soft ? 'i' : 'y');
    case 'genitive':
      return stem + (soft ? 'iego' : 'ego');
    case 'instrumental':
      return stem + (soft ? 'im' : 'ym');
    case 'feminine':
      return feminine;
    case 'feminineObject':
      return stem + (soft ? 'iej' : 'ej');
  }
}

/** "pierwszego" to "trzydziestego pierwszego" in one case. */
function ordinalsTo31(inCase: Case): [string, number][] {
  const simple = ordinals.map(([value, stem]): [string, number] => [inflect(stem, inCase), value]);
  const tens = simple.filter(([, value]) => value >= 20);
  const units = simple.filter(([, value]) => value < 10);
  const compound = tens.flatMap(([ten, value]) =>
    units
      .filter(([, unit]) => value + unit <= 31)
      .map(([word, unit]): [string, number] => [`${ten} ${word}`, value + unit]),
  );
  return [...simple, ...compound];
}

const nominative = ordinalsTo31('nominative');
const genitive = ordinalsTo31('genitive');
const instrumental = ordinalsTo31('instrumental');
const feminine = [...ordinalsTo31('feminine'), ...ordinalsTo31('feminineObject')];

const dayNumbers: ReadonlyMap<string, number> = new Map([
  ...nominative,
  ...genitive,
  ...instrumental,
  ...feminine,
]);

const wordsOf = (forms: readonly [string, number][]): string[] => forms.map(([word]) => word);
const genitiveEnding = '(?:szego|stego|tego|ciego|giego|mego|ego|go)';
const anyEnding = `(?:${genitiveEnding}|szy|sty|ty|ci|gi|my|szym|tym|cim|gim|ym|y)`;

/** Beside a month: digits with or without an ending, ordinals in every case. */
export const dayWithMonth = `(?:\\d{1,2}(?:[ .]?-?${anyEnding}(?![a-z]))?|${oneOf(
  wordsOf([...nominative, ...genitive, ...instrumental]),
)}(?![a-z]))`;
/** A day alone: "dziesiątego", "10-tego". */
export const genitiveDay = `(?:\\d{1,2} ?-?${genitiveEnding}|${oneOf(wordsOf(genitive))})(?![a-z])`;
/** After "po" and "przed": "po dziesiątym", "przed 10-tym". */
export const instrumentalDay = `(?:\\d{1,2} ?-?(?:szym|tym|cim|gim|mym|ym)|${oneOf(
  wordsOf(instrumental),
)})(?![a-z])`;
export const plainDay = String.raw`\d{1,2}`;
/** "pierwszy", "druga", "trzeciego", "ostatniej": which one in a row. */
export const nthWord = `(?:${oneOf(
  wordsOf([...nominative, ...genitive, ...instrumental, ...feminine]),
)}|ostatni(?:|a|e|ego|ej|m))`;

/** The number of a day or an ordinal; 0 when it is none. */
export function dayOf(words: string): number {
  const digits = /^\d{1,2}/.exec(words);
  return digits ? Number(digits[0]) : (dayNumbers.get(words) ?? 0);
}
