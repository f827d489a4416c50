import type { ExtractResult } from '@microsoft/recognizers-text';
import { BaseDateExtractor, type Token } from '@microsoft/recognizers-text-date-time';
import { calendarForms } from '../forms/calendarForms.ts';
import { dayOnlyForms } from '../forms/dayOnlyForms.ts';
import { createFinder } from '../forms/form.ts';
import { holidayForms } from '../forms/holidayForms.ts';
import { relativeForms } from '../forms/relativeForms.ts';
import { weekdayForms } from '../forms/weekdayForms.ts';
import { borrowMonths } from './borrowMonths.ts';
import { dateConfiguration } from './dateConfiguration.ts';
import { PolishDurationExtractor } from './durations.ts';
import { tokenOf } from './meaningData.ts';
import { createShiftReader } from './shifts.ts';

/** Finds single days. The forms take the place of the configuration's lists of expressions. */
export class PolishDateExtractor extends BaseDateExtractor {
  private readonly findDates = createFinder([...calendarForms, ...holidayForms]);
  private readonly findImplicitDates = createFinder([
    ...relativeForms,
    ...weekdayForms,
    ...dayOnlyForms,
  ]);
  private readonly readShift;

  constructor() {
    const durations = new PolishDurationExtractor();
    super(dateConfiguration(durations));
    this.readShift = createShiftReader(durations);
  }

  override extract(source: string, refDate: Date): ExtractResult[] {
    return borrowMonths(super.extract(source, refDate), source);
  }

  protected override basicRegexMatch(source: string): Token[] {
    return this.findDates(source).map(tokenOf);
  }

  protected override implicitDate(source: string): Token[] {
    return this.findImplicitDates(source).map(tokenOf);
  }

  protected override durationWithBeforeAndAfter(source: string, refDate: Date): Token[] {
    return super.durationWithBeforeAndAfter(source, refDate).flatMap(({ start, end }) => {
      const meaning = this.readShift(source.slice(start, end));
      return meaning === null ? [] : [tokenOf({ start, end, meaning })];
    });
  }
}
