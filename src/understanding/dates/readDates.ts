import type { PolishDateTimeModel, PolishResult } from './culture/polishModel.ts';
import { createPolishModel } from './culture/polishModel.ts';
import {
  dateOf,
  dayNumberOf,
  isoDayOf,
  mondayOf,
  weekdayOf,
  type DayNumber,
  type IsoDay,
} from './isoDay.ts';
import type { Candidates, Choice, Tense } from './meaning/candidates.ts';
import { isOneDay, type Bound, type Meaning } from './meaning/meaning.ts';
import { distance, type OpenSpan } from './meaning/span.ts';
import type { Ambiguity, DateReading, WeekdayConflict } from './reading.ts';
import { tensedText, tenseOf, type TensedText } from './tense/tenseOf.ts';
import { plainText } from './text/plainText.ts';

let model: PolishDateTimeModel | undefined;

/**
 * Builds the model, which takes some tens of milliseconds, and reads a first sentence, so that the
 * first reader need not wait. Without it the first call of `readDates` does the same.
 */
export function warmUpDates(): void {
  readDates('od 10 do 12 sierpnia, w piątek, 3 dni temu', '2026-01-01');
}

/**
 * The dates of a Polish message as calendar days, in the order of the text. Only its first 500
 * characters are read. `today` is the reader's calendar day, `YYYY-MM-DD`; a RangeError is thrown
 * when it is none. `tense` says whether a day without a year is to be looked for before or after
 * today ('none': the nearest); left out, the sentence's verbs tell. Durations, hours, prices and
 * recurring days are no dates.
 */
export function readDates(message: string, today: IsoDay, tense?: Tense): readonly DateReading[] {
  const now = dayNumberOf(today);
  const { year, month, day } = dateOf(now);
  model ??= createPolishModel();
  const results = model.parse(message, new Date(year, month - 1, day));
  const tenses = tense === undefined ? tensesIn(message) : () => tense;
  return results.map((result) => readingOf(result, now, tenses));
}

type TenseOf = (result: PolishResult) => Tense;

/** Asks the sentence only when the answer matters. */
function tensesIn(message: string): TenseOf {
  const plain = plainText(message);
  let text: TensedText | undefined;
  return ({ start, end, resolution: { meaning } }) => {
    text ??= tensedText(plain.text);
    const indexOf = (offset: number): number => plain.origins.findIndex((at) => at >= offset);
    return tenseOf(text, indexOf(start), indexOf(end + 1), boundOf(meaning));
  };
}

function boundOf(meaning: Meaning): Bound | null {
  return meaning.is === 'bounded' ? meaning.bound : null;
}

function readingOf(result: PolishResult, today: DayNumber, tenses: TenseOf): DateReading {
  const { text, start: offset } = result;
  const { meaning, candidates } = result.resolution;
  if ('code' in candidates) {
    return { kind: 'invalid', start: null, endExclusive: null, text, offset, reason: candidates };
  }
  const isFixed = candidates.past.core.start === candidates.future.core.start;
  const tense = isFixed ? 'none' : tenses(result);
  const choice = candidates[tense];
  const ambiguity = ambiguityOf(meaning, candidates, tense, today);
  const weekdayConflict = weekdayConflictOf(meaning, choice);
  const { start, end } = choice.span;
  if (isOneDay(meaning) && start !== null && end !== null) {
    const days = { start: isoDayOf(start), endExclusive: isoDayOf(end) };
    return { kind: 'date', ...days, text, offset, ambiguity, weekdayConflict };
  }
  return { kind: 'range', ...isoSpan(choice.span), text, offset, ambiguity, weekdayConflict };
}

function isoSpan({ start, end }: OpenSpan): { start: IsoDay | null; endExclusive: IsoDay | null } {
  return {
    start: start === null ? null : isoDayOf(start),
    endExclusive: end === null ? null : isoDayOf(end),
  };
}

function ambiguityOf(
  meaning: Meaning,
  candidates: Candidates,
  tense: Tense,
  today: DayNumber,
): Ambiguity | null {
  if (meaning.is === 'weekday' && meaning.which === 'next') {
    const thisWeek = mondayOf(today) + meaning.weekday - 1;
    return thisWeek > today
      ? otherReading('nextWeekday', { start: thisWeek, end: thisWeek + 1 })
      : null;
  }
  if (tense !== 'none') return null;
  const { past, future, none } = candidates;
  const [near, far] = [past, future]
    .map(({ core }) => distance(core, today))
    .sort((a, b) => a - b) as [number, number]; // two candidates, two distances
  const isClose = near > 0 && far <= 2 * near && far > 14;
  const other = none.core.start === past.core.start ? future : past;
  return isClose ? otherReading('pastOrFuture', other.span) : null;
}

function otherReading(code: Ambiguity['code'], span: OpenSpan): Ambiguity {
  const { start, endExclusive } = isoSpan(span);
  return { code, otherStart: start, otherEndExclusive: endExclusive };
}

function weekdayConflictOf(meaning: Meaning, { core }: Choice): WeekdayConflict | null {
  if (meaning.is === 'bounded') return weekdayConflictOf(meaning.edge, { core, span: core });
  if (meaning.is !== 'onWeekday') return null;
  const is = weekdayOf(core.start);
  return is === meaning.weekday ? null : { said: meaning.weekday, is };
}
