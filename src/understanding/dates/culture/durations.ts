import { BaseDurationExtractor, BaseDurationParser } from '@microsoft/recognizers-text-date-time';
import { RegExpUtility } from '@microsoft/recognizers-text-number';
import type { Meaning, Unit } from '../meaning/meaning.ts';
import { unitOf, unitWord } from '../words/units.ts';
import { PolishNumberExtractor, PolishNumberParser } from './numbers.ts';

const never = RegExpUtility.getSafeRegExp('(?!x)x', 'gis');
const followedUnit = RegExpUtility.getSafeRegExp(`^ ?(?<unit>${unitWord})(?![a-z])`, 'gis');
/** Units that count one without saying so, and halves: "tydzień temu", "przed rokiem", "pół roku". */
const oneUnit = RegExpUtility.getSafeRegExp(
  '(?<![a-z0-9])(?:(?<half>pol|poltora) (?<unit>roku)|(?<!poltora )(?<unit>dzien|tydzien|tygodniem|tyg|tydz|miesiac|miesiacem|rok|rokiem))(?![a-z])(?! (?:\\d{4}|stycz|lut|marz|kwie|maj|czerw|lip|sierp|wrze|pazdz|listop|grud))',
  'gis',
);

/** Durations ("3 dni", "pół roku"). They are no dates, but "temu" and "za" make dates of them. */
export class PolishDurationExtractor extends BaseDurationExtractor {
  constructor() {
    super({
      allRegex: never,
      halfRegex: never,
      followedUnit,
      numberCombinedWithUnit: never,
      anUnitRegex: oneUnit,
      inexactNumberUnitRegex: never,
      suffixAndRegex: never,
      relativeDurationUnitRegex: never,
      moreThanRegex: never,
      lessThanRegex: never,
      cardinalExtractor: new PolishNumberExtractor(),
    });
  }
}

const libraryUnits: Readonly<Record<Unit, string>> = {
  day: 'D',
  week: 'W',
  month: 'MON',
  year: 'Y',
};
const secondsPerDay = 86_400;
const seconds: Readonly<Record<Unit, number>> = {
  day: secondsPerDay,
  week: 7 * secondsPerDay,
  month: 30 * secondsPerDay,
  year: 365 * secondsPerDay,
};

export class PolishDurationParser extends BaseDurationParser {
  constructor() {
    super({
      cardinalExtractor: new PolishNumberExtractor(),
      numberParser: new PolishNumberParser(),
      followedUnit,
      suffixAndRegex: never,
      numberCombinedWithUnit: never,
      anUnitRegex: oneUnit,
      allDateUnitRegex: never,
      halfDateUnitRegex: never,
      inexactNumberUnitRegex: never,
      unitMap: new Map(Array.from(unitOf, ([word, unit]) => [word, libraryUnits[unit]])),
      unitValueMap: new Map(Array.from(unitOf, ([word, unit]) => [word, seconds[unit]])),
      doubleNumbers: new Map(),
    });
  }
}

const extractor = new PolishDurationExtractor();
const parser = new PolishDurationParser();

/**
 * The day that a duration with a direction word names: "3 dni temu", "za pół roku". Months are kept
 * as months: the library would lose "pół roku" (P0.5Y) and run over the end of short months.
 */
export function readShift(text: string): Meaning | null {
  const [duration] = extractor.extract(text, new Date(0));
  if (duration === undefined) return null;
  const timex = parser.parse(duration)?.timexStr ?? '';
  const [, number = '', letter = ''] = /^P(\d+(?:\.\d+)?)([DWMY])$/.exec(timex) ?? [];
  const unit = (['day', 'week', 'month', 'year'] as const).find(
    (name) => libraryUnits[name].charAt(0) === letter,
  );
  if (unit === undefined) return null;
  const sign = /^przed |temu$/.test(text) ? -1 : 1;
  const amount = Number(number) + (text.includes('poltora ') ? 1 : 0);
  const isWhole = Number.isInteger(amount);
  if (amount > 3000 || (!isWhole && unit !== 'year')) return null;
  return {
    is: 'shifted',
    unit: isWhole ? unit : 'month',
    count: sign * (isWhole ? amount : amount * 12),
    from: /od jutra$/.test(text) ? 1 : 0,
  };
}
