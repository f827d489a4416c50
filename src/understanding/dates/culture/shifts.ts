import type { IDateTimeExtractor } from '@microsoft/recognizers-text-date-time';
import type { Meaning } from '../meaning/meaning.ts';
import { libraryUnits, PolishDurationParser } from './durations.ts';

/**
 * Makes the reader of a duration with a direction word: "3 dni temu", "za pół roku". Months are kept
 * as months: the library would lose "pół roku" (P0.5Y) and run over the end of short months.
 */
export function createShiftReader(extractor: IDateTimeExtractor): (text: string) => Meaning | null {
  const parser = new PolishDurationParser();
  return (text) => {
    const [duration] = extractor.extract(text, new Date(0));
    return duration ? shiftOf(text, parser.parse(duration)?.timexStr ?? '') : null;
  };
}

function shiftOf(text: string, timex: string): Meaning | null {
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
