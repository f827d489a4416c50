import type { ExtractResult } from '@microsoft/recognizers-text';
import {
  BaseDateParser,
  BaseDatePeriodParser,
  BaseMergedParser,
  DateTimeParseResult,
  type DateTimeOptions,
} from '@microsoft/recognizers-text-date-time';
import { dayNumber, type DayNumber } from '../isoDay.ts';
import { candidatesOf } from '../meaning/candidates.ts';
import { meaningOf } from './meaningData.ts';
import { resolutionOf } from './resolution.ts';

/** Configuration that the base class would read in the methods replaced here, and nowhere else. */
const unread = undefined as never;

class PolishDateParser extends BaseDateParser {
  constructor() {
    super(unread);
  }

  override parse(extracted: ExtractResult, today?: Date): DateTimeParseResult {
    return parseMeaning(extracted, today);
  }
}

class PolishDatePeriodParser extends BaseDatePeriodParser {
  constructor() {
    super(unread);
  }

  override parse(extracted: ExtractResult, today?: Date): DateTimeParseResult {
    return parseMeaning(extracted, today);
  }
}

/** The wall date of a `Date` as the library passes it on, whatever the time zone of the process. */
export function wallDay(date: Date): DayNumber {
  return dayNumber(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

function parseMeaning(extracted: ExtractResult, today: Date | undefined): DateTimeParseResult {
  const meaning = meaningOf(extracted);
  if (meaning === undefined || today === undefined) {
    throw new Error(`"${extracted.text}" was extracted without a meaning or a reference date`);
  }
  const result = new DateTimeParseResult(extracted);
  result.value = resolutionOf(meaning, candidatesOf(meaning, wallDay(today)));
  result.timexStr = result.value.values[0].timex;
  result.resolutionStr = '';
  return result;
}

/** Sends each result to the parser of its type; the resolution is complete when it comes back. */
export class PolishMergedParser extends BaseMergedParser {
  constructor(options: DateTimeOptions) {
    super(
      {
        beforeRegex: unread,
        afterRegex: unread,
        sinceRegex: unread,
        dateParser: new PolishDateParser(),
        datePeriodParser: new PolishDatePeriodParser(),
        holidayParser: unread,
        durationParser: unread,
        setParser: unread,
        timeParser: unread,
        timePeriodParser: unread,
        dateTimeParser: unread,
        dateTimePeriodParser: unread,
      },
      options,
    );
  }

  override setParseResult(slot: DateTimeParseResult): DateTimeParseResult {
    slot.type = `${this.parserTypeName}.${slot.value.values[0].type}`;
    return slot;
  }
}
