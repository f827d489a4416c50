import { BaseDurationExtractor, BaseDurationParser } from '@microsoft/recognizers-text-date-time';
import { RegExpUtility } from '@microsoft/recognizers-text-number';
import type { Unit } from '../meaning/meaning.ts';
import { unitOf, unitWord } from '../words/units.ts';
import { never } from './never.ts';
import { PolishNumberExtractor, PolishNumberParser } from './numbers.ts';

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

export const libraryUnits: Readonly<Record<Unit, string>> = {
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
