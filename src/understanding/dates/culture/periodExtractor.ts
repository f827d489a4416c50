import type { ExtractResult } from '@microsoft/recognizers-text';
import {
  BaseDatePeriodExtractor,
  BaseDateTime,
  Token,
  type IDateTimeExtractor,
} from '@microsoft/recognizers-text-date-time';
import { RegExpUtility } from '@microsoft/recognizers-text-number';
import { createFinder } from '../forms/form.ts';
import { monthForms } from '../forms/monthForms.ts';
import { partForms } from '../forms/partForms.ts';
import { periodForms } from '../forms/periodForms.ts';
import { rangeForms } from '../forms/rangeForms.ts';
import { isOneDay } from '../meaning/meaning.ts';
import { joinPoints } from './joinPoints.ts';
import { meaningOf, tokenOf } from './meaningData.ts';
import { never } from './never.ts';
import { NoNumberExtractor, PolishNumberParser } from './numbers.ts';

const stretchForms = [...rangeForms, ...partForms, ...monthForms, ...periodForms];
const noToken = { matched: false, index: -1 };

/** Finds stretches of days: by the forms, and between two neighbouring dates or stretches. */
export class PolishDatePeriodExtractor extends BaseDatePeriodExtractor {
  private readonly findStretches = createFinder(stretchForms);

  constructor(datePointExtractor: IDateTimeExtractor) {
    super({
      simpleCasesRegexes: [],
      illegalYearRegex: RegExpUtility.getSafeRegExp(BaseDateTime.IllegalYearRegex, 'gis'),
      YearRegex: never,
      tillRegex: never,
      followedUnit: never,
      numberCombinedWithUnit: never,
      pastRegex: never,
      futureRegex: never,
      weekOfRegex: never,
      monthOfRegex: never,
      dateUnitRegex: never,
      inConnectorRegex: never,
      rangeUnitRegex: never,
      nowRegex: never,
      datePointExtractor,
      integerExtractor: new NoNumberExtractor(),
      numberParser: new PolishNumberParser(),
      durationExtractor: { extract: () => [] },
      getFromTokenIndex: () => noToken,
      getBetweenTokenIndex: () => noToken,
      hasConnectorToken: () => false,
    });
  }

  override extract(source: string, refDate: Date): ExtractResult[] {
    return this.extractBeside(this.config.datePointExtractor.extract(source, refDate), source);
  }

  /** As `extract`, when the single days of the text are known already. */
  extractBeside(days: readonly ExtractResult[], source: string): ExtractResult[] {
    const stretches = this.merge(this.findStretches(source).map(tokenOf), source);
    const joined = joinPoints(pointsOf(days, stretches), source);
    return this.merge([...stretches.map(tokenAgain), ...joined], source);
  }

  private merge(tokens: Token[], source: string): ExtractResult[] {
    return Token.mergeAllTokens(tokens, source, this.extractorName);
  }
}

function tokenAgain({ start, length, metaData }: ExtractResult): Token {
  return new Token(start, start + length, metaData);
}

/** Single days, and the stretches that are no part of one ("sierpień" of "10 sierpień"). */
function pointsOf(
  days: readonly ExtractResult[],
  stretches: readonly ExtractResult[],
): ExtractResult[] {
  const apart = stretches.filter(
    (stretch) => !days.some((day) => overlap(day, stretch)) || isDay(stretch),
  );
  const uncovered = days.filter((day) => !apart.some((stretch) => overlap(day, stretch)));
  return [...uncovered, ...apart].sort((a, b) => a.start - b.start);
}

function isDay(result: ExtractResult): boolean {
  const meaning = meaningOf(result);
  return meaning !== undefined && isOneDay(meaning);
}

function overlap(a: ExtractResult, b: ExtractResult): boolean {
  return a.start < b.start + b.length && b.start < a.start + a.length;
}
