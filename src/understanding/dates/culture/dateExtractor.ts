import type { ExtractResult } from '@microsoft/recognizers-text';
import { BaseDateExtractor, Token } from '@microsoft/recognizers-text-date-time';
import { calendarForms } from '../forms/calendarForms.ts';
import { dayOnlyForms } from '../forms/dayOnlyForms.ts';
import { holidayForms } from '../forms/holidayForms.ts';
import { relativeForms } from '../forms/relativeForms.ts';
import { weekdayForms } from '../forms/weekdayForms.ts';
import { borrowMonths } from './borrowMonths.ts';
import { dateConfiguration } from './dateConfiguration.ts';
import { readShift } from './durations.ts';
import { MeaningData, tokensOf } from './meaningData.ts';

/** Finds single days. The forms take the place of the configuration's lists of expressions. */
export class PolishDateExtractor extends BaseDateExtractor {
  constructor() {
    super(dateConfiguration());
  }

  override extract(source: string, refDate: Date): ExtractResult[] {
    return borrowMonths(super.extract(source, refDate), source);
  }

  protected override basicRegexMatch(source: string): Token[] {
    return tokensOf([...calendarForms, ...holidayForms], source);
  }

  protected override implicitDate(source: string): Token[] {
    return tokensOf([...relativeForms, ...weekdayForms, ...dayOnlyForms], source);
  }

  protected override durationWithBeforeAndAfter(source: string, refDate: Date): Token[] {
    return super.durationWithBeforeAndAfter(source, refDate).flatMap(({ start, end }) => {
      const meaning = readShift(source.slice(start, end));
      return meaning === null ? [] : [new Token(start, end, new MeaningData(meaning))];
    });
  }
}
