import type { ExtractResult } from '@microsoft/recognizers-text';
import {
  BaseMergedExtractor,
  type DateTimeOptions,
  type IMergedExtractorConfiguration,
} from '@microsoft/recognizers-text-date-time';
import type { Bound, Meaning } from '../meaning/meaning.ts';
import { PolishDateExtractor } from './dateExtractor.ts';
import { MeaningData, meaningOf } from './meaningData.ts';
import { never } from './never.ts';
import { NoNumberExtractor } from './numbers.ts';
import { PolishDatePeriodExtractor } from './periodExtractor.ts';

const nothing = { extract: (): ExtractResult[] => [] };

function mergedConfiguration(
  dateExtractor: PolishDateExtractor,
  datePeriodExtractor: PolishDatePeriodExtractor,
): IMergedExtractorConfiguration {
  return {
    dateExtractor,
    datePeriodExtractor,
    holidayExtractor: nothing,
    durationExtractor: nothing,
    setExtractor: nothing,
    timeExtractor: nothing,
    timePeriodExtractor: nothing,
    dateTimeExtractor: nothing,
    dateTimePeriodExtractor: nothing,
    integerExtractor: new NoNumberExtractor(),
    afterRegex: never,
    beforeRegex: never,
    sinceRegex: never,
    fromToRegex: never,
    singleAmbiguousMonthRegex: never,
    ambiguousRangeModifierPrefix: never,
    potentialAmbiguousRangeRegex: never,
    prepositionSuffixRegex: never,
    numberEndingPattern: never,
    unspecificDatePeriodRegex: never,
    filterWordRegexList: [],
    AmbiguityFiltersDict: new Map(),
  };
}

const day = '(?: dnia| dniem| dacie| data| dniu)?';
const bounds: readonly (readonly [Bound, RegExp])[] = [
  [
    'until',
    new RegExp(
      `(?:\\b(?:najpozniej )?(?<!\\bco )(?:az )?do${day}|\\bnajpozniej(?: we?)?|\\bnie pozniej niz(?: we?)?) $`,
    ),
  ],
  ['before', new RegExp(`\\bprzed${day} $`)],
  ['from', new RegExp(`(?:\\b(?:poczawszy |juz )?od${day}|\\bnie wczesniej niz(?: we?)?) $`)],
  ['after', new RegExp(`\\bpo${day} $`)],
];

/** Days, then stretches, which take the place of the days they cover; then "do", "od" and others. */
export class PolishMergedExtractor extends BaseMergedExtractor {
  private readonly dates: PolishDateExtractor;
  private readonly periods: PolishDatePeriodExtractor;

  constructor(options: DateTimeOptions) {
    const dates = new PolishDateExtractor();
    const periods = new PolishDatePeriodExtractor(dates);
    super(mergedConfiguration(dates, periods), options);
    this.dates = dates;
    this.periods = periods;
  }

  override extract(source: string, refDate: Date): ExtractResult[] {
    const days = this.dates.extract(source, refDate);
    const stretches = this.periods.extractBeside(days, source);
    const found: ExtractResult[] = [];
    this.addTo(found, days, source);
    this.addTo(found, stretches, source);
    this.addMod(found, source);
    return found.sort((a, b) => a.start - b.start);
  }

  protected override addMod(found: ExtractResult[], source: string): void {
    for (const result of found) {
      const edge = meaningOf(result);
      const before = source.slice(Math.max(0, result.start - 40), result.start);
      if (edge === undefined || edge.is === 'between' || edge.is === 'run') continue;
      for (const [bound, pattern] of bounds) {
        const match = pattern.exec(before);
        if (match === null) continue;
        result.start -= match[0].length;
        result.length += match[0].length;
        result.text = match[0] + result.text;
        result.metaData = new MeaningData(bounded(bound, edge));
        break;
      }
    }
  }
}

/**
 * "ostatniego dnia miesiąca" may be of any month, but "do ostatniego dnia miesiąca" is of this one;
 * "przed końcem miesiąca" leaves the last day in.
 */
function bounded(bound: Bound, edge: Meaning): Meaning {
  if (edge.is !== 'within') return { is: 'bounded', bound, edge };
  const isLastDay = edge.part.is === 'nthDay' && edge.part.nth === 'last';
  if (isLastDay && edge.of.is === 'period') {
    const of = { ...edge.of, shift: edge.of.shift ?? ('here' as const) };
    return { is: 'bounded', bound, edge: { ...edge, of } };
  }
  const isBeforeTheEnd = bound === 'before' && edge.part.is === 'lastDay';
  return { is: 'bounded', bound: isBeforeTheEnd ? 'until' : bound, edge };
}
