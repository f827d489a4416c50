import { romanMonths } from '../text/romanMonths.ts';
import { oneOf } from './pattern.ts';

type MonthWords = {
  readonly nominative: string;
  readonly genitive: string;
  readonly dative: string;
  readonly instrumental: string;
  readonly locative: string;
  readonly short: readonly string[];
};

function month(
  cases: readonly [string, string, string, string, string],
  short: readonly string[],
): MonthWords {
  const [nominative, genitive, dative, instrumental, locative] = cases;
  return { nominative, genitive, dative, instrumental, locative, short };
}

/** January to December, folded. */
export const months: readonly MonthWords[] = [
  month(['styczen', 'stycznia', 'styczniowi', 'styczniem', 'styczniu'], ['sty', 'stycz']),
  month(['luty', 'lutego', 'lutemu', 'lutym', 'lutym'], ['lut']),
  month(['marzec', 'marca', 'marcowi', 'marcem', 'marcu'], ['mar', 'marz']),
  month(['kwiecien', 'kwietnia', 'kwietniowi', 'kwietniem', 'kwietniu'], ['kwi', 'kwie', 'kwiec']),
  month(['maj', 'maja', 'majowi', 'majem', 'maju'], []),
  month(['czerwiec', 'czerwca', 'czerwcowi', 'czerwcem', 'czerwcu'], ['cze', 'czer', 'czerw']),
  month(['lipiec', 'lipca', 'lipcowi', 'lipcem', 'lipcu'], ['lip']),
  month(
    ['sierpien', 'sierpnia', 'sierpniowi', 'sierpniem', 'sierpniu'],
    ['sie', 'sier', 'sierp', 'sierpn'],
  ),
  month(['wrzesien', 'wrzesnia', 'wrzesniowi', 'wrzesniem', 'wrzesniu'], ['wrz', 'wrzes']),
  month(
    ['pazdziernik', 'pazdziernika', 'pazdziernikowi', 'pazdziernikiem', 'pazdzierniku'],
    ['paz', 'pazdz', 'pazdziern'],
  ),
  month(
    ['listopad', 'listopada', 'listopadowi', 'listopadem', 'listopadzie'],
    ['lis', 'list', 'listop'],
  ),
  month(['grudzien', 'grudnia', 'grudniowi', 'grudniem', 'grudniu'], ['gru', 'grudz']),
];

const fullForms = (words: MonthWords): string[] => [
  words.nominative,
  words.genitive,
  words.dative,
  words.instrumental,
  words.locative,
];

/** The number of a month, 1 to 12, by any of its words or its Roman stand-in. */
export const monthNumber: ReadonlyMap<string, number> = new Map(
  months.flatMap((words, index) =>
    [...fullForms(words), ...words.short, romanMonths[index] ?? ''].map(
      (word) => [word, index + 1] as const,
    ),
  ),
);

export const fullMonthForms: readonly string[] = months.flatMap(fullForms);

const shortMonth = `${oneOf(months.flatMap(({ short }) => short))}\\.?`;
const romanMonth = `${oneOf(romanMonths)}\uE0FF*`;

/** Beside a day number: every case, abbreviations and Roman numerals. */
export const anyMonth = `(?:${oneOf(fullMonthForms)}(?![a-z])|${shortMonth}(?![a-z])|${romanMonth})`;
/** Before a day number: "Luty 18". */
export const monthBeforeDay = `(?:${oneOf(
  months.flatMap(({ nominative, genitive, short }) => [nominative, genitive, ...short]),
)}\\.?)(?![a-z])(?<!maja)`;
export const fullMonth = `${oneOf(fullMonthForms)}(?![a-z])`;
export const nominativeMonth = oneOf(months.map(({ nominative }) => nominative));
export const genitiveMonth = oneOf(months.map(({ genitive }) => genitive));
export const locativeMonth = oneOf(months.map(({ locative }) => locative));
export const instrumentalMonth = oneOf(months.map(({ instrumental }) => instrumental));

export function monthOf(word: string): number {
  return monthNumber.get(word.replace(/[.\uE0FF]+$/, '')) ?? 0;
}
