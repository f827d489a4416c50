import type { DayNumber } from '../isoDay.ts';
import type { Meaning } from './meaning.ts';
import { isImpossible, isSimple, occurrencesOf, type Occurrences } from './occurrences.ts';

/**
 * The tight pairs of a start and the first end that follows it. An end that is said in full tells
 * the year of the other: "od 20 grudnia do 5 stycznia 2027".
 */
export function rangesOf(
  { from, to }: Extract<Meaning, { is: 'between' }>,
  today: DayNumber,
): Occurrences {
  const saidEnds = pointsOf(to, today, today);
  if (isImpossible(saidEnds)) return saidEnds;
  const starts = pointsOf(from, today, onlyStart(saidEnds) ?? today);
  if (isImpossible(starts)) return starts;
  const pairs = starts.flatMap(({ start }, index) => {
    const ends = pointsOf(to, today, start);
    const end = isImpossible(ends) ? undefined : ends.find((one) => one.start >= start);
    const next = starts[index + 1];
    const isTight = end !== undefined && (next === undefined || next.start > end.start);
    return isTight ? [{ start, end: end.end }] : [];
  });
  return pairs.length > 0 ? pairs : { code: 'endBeforeStart' };
}

function onlyStart(spans: readonly { readonly start: DayNumber }[]): DayNumber | undefined {
  return spans.length === 1 ? spans[0]?.start : undefined;
}

function pointsOf(meaning: Meaning, today: DayNumber, around: DayNumber): Occurrences {
  if (isSimple(meaning)) return occurrencesOf(meaning, today, around);
  switch (meaning.is) {
    case 'onWeekday':
      return pointsOf(meaning.day, today, around);
    case 'bounded':
      return pointsOf(meaning.edge, today, around);
    case 'between':
      return rangesOf(meaning, today);
  }
}
