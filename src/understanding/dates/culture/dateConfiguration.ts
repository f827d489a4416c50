import type {
  IDateExtractorConfiguration,
  IDateTimeExtractor,
  IDateTimeUtilityConfiguration,
} from '@microsoft/recognizers-text-date-time';
import { RegExpUtility } from '@microsoft/recognizers-text-number';
import { unitWord } from '../words/units.ts';
import { never } from './never.ts';
import { NoNumberExtractor, PolishNumberParser } from './numbers.ts';

/**
 * What turns a duration into a date. Direction words stand after it ("temu") or before it ("za").
 * `rangeUnitRegex` would make a week of "za tydzień", where Polish means the day.
 */
function utilityConfiguration(): IDateTimeUtilityConfiguration {
  return {
    agoRegex: RegExpUtility.getSafeRegExp('^\\.? ?temu\\b', 'gis'),
    laterRegex: RegExpUtility.getSafeRegExp(
      '^\\.? ?(?:pozniej|potem|od (?:dzis|dzisiaj|teraz|jutra))\\b',
      'gis',
    ),
    inConnectorRegex: RegExpUtility.getSafeRegExp('\\b(?:za|przed)$', 'gis'),
    rangeUnitRegex: never,
    amDescRegex: never,
    pmDescRegex: never,
    amPmDescRegex: never,
  };
}

/** The lists stay empty: the extractor asks its forms. No ordinals here: the forms know them. */
export function dateConfiguration(
  durationExtractor: IDateTimeExtractor,
): IDateExtractorConfiguration {
  const noNumbers = new NoNumberExtractor();
  return {
    dateRegexList: [],
    implicitDateList: [],
    monthEnd: never,
    ofMonth: never,
    dateUnitRegex: RegExpUtility.getSafeRegExp(unitWord, 'gis'),
    forTheRegex: never,
    weekDayAndDayOfMonthRegex: never,
    relativeMonthRegex: never,
    strictRelativeRegex: never,
    weekDayRegex: never,
    dayOfWeek: new Map(),
    ordinalExtractor: noNumbers,
    integerExtractor: noNumbers,
    numberParser: new PolishNumberParser(),
    durationExtractor,
    utilityConfiguration: utilityConfiguration(),
    rangeConnectorSymbolRegex: never,
  };
}
