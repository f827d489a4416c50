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
import { distance, oneDay, type OpenSpan } from './meaning/span.ts';
import type { Ambiguity, DateReading, WeekdayConflict } from './reading.ts';
import { tensedText, tenseOf, type TensedText } from './tense/tenseOf.ts';
import { plainText } from './text/plainText.ts';

let model: PolishDateTimeModel | undefined;

/**
 * Builds the model and reads a few sentences, some tenths of a second, so that the first reader need
 * not wait. Without it the first calls of `readDates` do the same. (Node compiles an expression the
 * second time it runs.)
 */
export function warmUpDates(): void {
  for (const message of ['Pobrałam kod 10 sierpnia.', 'od 10 do 12 maja', '3 dni temu, w piątek']) {
    readDates(message, '2026-01-01');
  }
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
  const ambiguity = isFixed
    ? nextWeekdayOf(meaning, today)
    : pastOrFutureOf(candidates, tense, today);
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

/** "przyszły piątek" is Friday of next week; from Monday to Thursday some mean the one before. */
function nextWeekdayOf(meaning: Meaning, today: DayNumber): Ambiguity | null {
  if (meaning.is === 'bounded') return nextWeekdayOf(meaning.edge, today);
  if (meaning.is !== 'weekday' || meaning.which !== 'next') return null;
  const thisWeek = mondayOf(today) + meaning.weekday - 1;
  return thisWeek > today ? otherReading('nextWeekday', oneDay(thisWeek)) : null;
}

/** No verb tells, and the two days are about as far away. */
function pastOrFutureOf(
  { past, future, none }: Candidates,
  tense: Tense,
  today: DayNumber,
): Ambiguity | null {
  const ago = distance(past.core, today);
  const ahead = distance(future.core, today);
  const isClose = Math.min(ago, ahead) > 0 && Math.max(ago, ahead) <= 2 * Math.min(ago, ahead);
  if (tense !== 'none' || !isClose || Math.max(ago, ahead) <= 14) return null;
  const other = none.core.start === past.core.start ? future : past;
  return otherReading('pastOrFuture', other.span);
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
