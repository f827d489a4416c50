import { oneOf } from './pattern.ts';

type WeekdayWords = {
  /** Forms that name one day wherever they stand. */
  readonly clear: readonly string[];
  /** Forms that are also the plural ("soboty"): they need a preposition or an adjective. */
  readonly genitive: readonly string[];
  /** Abbreviations that mean nothing else. */
  readonly short: readonly string[];
  /** Abbreviations that mean other things too: pt. is also "pod tytułem", cz. is "część". */
  readonly risky: readonly string[];
};

/** Monday to Sunday, folded. */
const weekdays: readonly WeekdayWords[] = [
  {
    clear: ['poniedzialek', 'poniedzialku', 'poniedzialkowi', 'poniedzialkiem'],
    genitive: [],
    short: ['pon'],
    risky: ['pn'],
  },
  {
    clear: ['wtorek', 'wtorku', 'wtorkowi', 'wtorkiem'],
    genitive: [],
    short: ['wtr'],
    risky: ['wt', 'wto'],
  },
  { clear: ['sroda', 'srode', 'srodzie'], genitive: ['srody'], short: [], risky: ['sr', 'sro'] },
  {
    clear: ['czwartek', 'czwartku', 'czwartkowi', 'czwartkiem'],
    genitive: [],
    short: ['czw', 'czwart'],
    risky: ['cz'],
  },
  {
    clear: ['piatek', 'piatku', 'piatkowi', 'piatkiem'],
    genitive: [],
    short: [],
    risky: ['pt', 'pia'],
  },
  { clear: ['sobota', 'sobote', 'sobocie'], genitive: ['soboty'], short: ['sob'], risky: ['sb'] },
  {
    clear: ['niedziela', 'niedziele', 'niedzieli'],
    genitive: [],
    short: ['niedz'],
    risky: ['nd', 'ndz'],
  },
];

const numbers: ReadonlyMap<string, number> = new Map(
  weekdays.flatMap(({ clear, genitive, short, risky }, index) =>
    [...clear, ...genitive, ...short, ...risky].map((word) => [word, index + 1] as const),
  ),
);

const clear = weekdays.flatMap((words) => words.clear);
const genitive = weekdays.flatMap((words) => words.genitive);
const short = weekdays.flatMap((words) => words.short);
const risky = weekdays.flatMap((words) => words.risky);

/** Wherever it stands. */
export const clearWeekday = `(?:${oneOf(clear)}(?![a-z])|${oneOf(short)}(?![a-z])\\.?)`;
/** After a preposition, an adjective or beside a date. */
export const anyWeekday = `(?:${oneOf([...clear, ...genitive])}(?![a-z])|${oneOf([
  ...short,
  ...risky,
])}(?![a-z])\\.?)`;
export const fullWeekdayForms: readonly string[] = [...clear, ...genitive];

/** 1 for Monday to 7 for Sunday; 0 when it is no weekday. */
export function weekdayNumber(word: string): number {
  return numbers.get(word.replace(/\.$/, '')) ?? 0;
}
