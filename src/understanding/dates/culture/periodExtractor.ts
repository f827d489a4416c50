import type { ExtractResult } from '@microsoft/recognizers-text';
import {
  BaseDatePeriodExtractor,
  BaseDateTime,
  Constants,
  Token,
  type IDateTimeExtractor,
} from '@microsoft/recognizers-text-date-time';
import { RegExpUtility } from '@microsoft/recognizers-text-number';
import { monthForms } from '../forms/monthForms.ts';
import { partForms } from '../forms/partForms.ts';
import { periodForms } from '../forms/periodForms.ts';
import { rangeForms } from '../forms/rangeForms.ts';
import type { Meaning } from '../meaning/meaning.ts';
import { isOneDay } from '../meaning/meaning.ts';
import { never } from './dateConfiguration.ts';
import { MeaningData, meaningOf, tokensOf } from './meaningData.ts';
import { NoNumberExtractor, PolishNumberParser } from './numbers.ts';

const periodForm = [...rangeForms, ...partForms, ...monthForms, ...periodForms];
const fromWord = /\bod (?:dnia )?$/;
const betweenWord = /\b(?:miedzy|pomiedzy) $/;
const noToken = { matched: false, index: -1 };

/** Finds stretches of days: by the forms, and between two neighbouring dates or stretches. */
export class PolishDatePeriodExtractor extends BaseDatePeriodExtractor {
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
    const tokens = [...this.matchSimpleCases(source), ...this.mergeTwoTimePoints(source, refDate)];
    return Token.mergeAllTokens(tokens, source, this.extractorName);
  }

  protected override matchSimpleCases(source: string): Token[] {
    return tokensOf(periodForm, source);
  }

  /** "od 10 sierpnia do 15 września", "między majem a lipcem", "10.08 - 15.09". */
  protected override mergeTwoTimePoints(source: string, refDate: Date): Token[] {
    const points = this.pointsOf(source, refDate);
    const tokens: Token[] = [];
    for (let index = 0; index + 1 < points.length; index += 1) {
      const merged = mergeOf(points[index], points[index + 1], source);
      if (merged === null) continue;
      tokens.push(merged);
      index += 1;
    }
    return tokens;
  }

  /** Single days, and the stretches that are no part of one. */
  private pointsOf(source: string, refDate: Date): ExtractResult[] {
    const days = this.config.datePointExtractor.extract(source, refDate);
    const stretches = Token.mergeAllTokens(
      this.matchSimpleCases(source),
      source,
      Constants.SYS_DATETIME_DATEPERIOD,
    );
    const apart = stretches.filter(
      (stretch) => !days.some((day) => overlap(day, stretch)) || isOneDayResult(stretch),
    );
    const uncovered = days.filter((day) => !apart.some((stretch) => overlap(day, stretch)));
    return [...uncovered, ...apart].sort((a, b) => a.start - b.start);
  }
}

function isOneDayResult(result: ExtractResult): boolean {
  const meaning = meaningOf(result);
  return meaning !== undefined && isOneDay(meaning);
}

function overlap(a: ExtractResult, b: ExtractResult): boolean {
  return a.start < b.start + b.length && b.start < a.start + a.length;
}

function mergeOf(
  first: ExtractResult | undefined,
  second: ExtractResult | undefined,
  source: string,
): Token | null {
  const from = first && meaningOf(first);
  const to = second && meaningOf(second);
  if (from === undefined || to === undefined || from.is === 'between' || to.is === 'between') {
    return null;
  }
  const before = source.slice(0, first?.start);
  const middle = source.slice((first?.start ?? 0) + (first?.length ?? 0), second?.start);
  const led = fromWord.exec(before) ?? betweenWord.exec(before);
  const joins = betweenWord.test(before)
    ? /^,? (?:a|i) (?:dniem )?$/.test(middle)
    : led
      ? /^,? ?(?:az do|do|-) ?(?:dnia )?$/.test(middle)
      : /^ ?(?:do(?: dnia)?|-) ?$/.test(middle) && isSameKind(from, to);
  if (!joins || second === undefined) return null;
  const start = led ? led.index : (first?.start ?? 0);
  return new Token(
    start,
    second.start + second.length,
    new MeaningData({ is: 'between', from, to }),
  );
}

/** "jutro - 10 sierpnia" says one day twice; "10 sierpnia - 12 września" is a range. */
function isSameKind(from: Meaning, to: Meaning): boolean {
  const kindOf = (meaning: Meaning): string =>
    meaning.is === 'onWeekday' ? kindOf(meaning.day) : meaning.is;
  return kindOf(from) === kindOf(to) && kindOf(from) !== 'shifted';
}
