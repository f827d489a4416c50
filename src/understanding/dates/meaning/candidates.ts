import { weekdayOf, type DayNumber } from '../isoDay.ts';
import type { Bound, Impossible, Meaning } from './meaning.ts';
import { isImpossible, isSimple, occurrencesOf } from './occurrences.ts';
import { rangesOf } from './ranges.ts';
import { distance, type OpenSpan, type Span } from './span.ts';

export type Tense = 'past' | 'future' | 'none';

/** What an expression means in a sentence that looks back and in one that looks ahead. */
export type Candidates = {
  readonly past: Choice;
  readonly future: Choice;
  /** The one meant when the sentence does neither. */
  readonly none: Choice;
};

/** `core` is the span named, `span` what is left of it under "do", "od", "przed", "po". */
export type Choice = { readonly core: Span; readonly span: OpenSpan };

type Resolved = Candidates | Impossible;

/** Resolves an expression on the day `today`; nothing else is known of the sentence. */
export function candidatesOf(meaning: Meaning, today: DayNumber): Resolved {
  if (isSimple(meaning)) {
    const spans = occurrencesOf(meaning, today);
    if (isImpossible(spans)) return spans;
    return choose(spans, today, habitOf(meaning), meaning.is === 'weekday');
  }
  switch (meaning.is) {
    case 'bounded': {
      const edges = candidatesOf(meaning.edge, today);
      if ('code' in edges) return edges;
      const bound = ({ core }: Choice): Choice => ({ core, span: boundSpan(core, meaning.bound) });
      return { past: bound(edges.past), future: bound(edges.future), none: bound(edges.none) };
    }
    case 'onWeekday': {
      const days = candidatesOf(meaning.day, today);
      return 'code' in days ? days : preferWeekday(days, meaning.weekday);
    }
    case 'between': {
      if (isWeekday(meaning.from) !== isWeekday(meaning.to)) return fromChoices(meaning, today);
      const ranges = rangesOf(meaning, today);
      return isImpossible(ranges) ? ranges : choose(ranges, today, habitOf(meaning.from), false);
    }
  }
}

type Habit = 'ahead' | 'nearest';

/** "w piątek" and "dziesiątego" look ahead unless the sentence looks back; a date is the nearest. */
function habitOf(meaning: Meaning): Habit {
  if (meaning.is === 'weekday') return 'ahead';
  if (meaning.is === 'onWeekday') return habitOf(meaning.day);
  if (meaning.is === 'within') return habitOf(meaning.of);
  return meaning.is === 'period' && meaning.shift === null ? 'ahead' : 'nearest';
}

/**
 * Past: the latest that has begun. Future: the earliest that is not over. A bare weekday is never
 * today (`notToday`).
 */
function choose(
  spans: readonly Span[],
  today: DayNumber,
  habit: Habit,
  notToday: boolean,
): Candidates {
  const begun = spans.filter(({ start }) => (notToday ? start < today : start <= today)).at(-1);
  const notOver = spans.find(({ start, end }) => (notToday ? start > today : end > today));
  const past = choice(begun ?? notOver ?? spans[0]);
  const future = choice(notOver ?? begun ?? spans[0]);
  const pastIsNearer = distance(past.core, today) < distance(future.core, today);
  return { past, future, none: habit === 'nearest' && pastIsNearer ? past : future };
}

function choice(core: Span | undefined): Choice {
  if (core === undefined) throw new Error('A possible date must have at least one occurrence');
  return { core, span: core };
}

/** The year is not said, but "piątek 14 sierpnia" is a Friday in one of the two. */
function preferWeekday({ past, future, none }: Candidates, weekday: number): Candidates {
  const fits = ({ core }: Choice): boolean => weekdayOf(core.start) === weekday;
  const fitting = [none, future, past].find(fits);
  return { past, future, none: fitting ?? none };
}

function boundSpan(core: Span, bound: Bound): OpenSpan {
  switch (bound) {
    case 'from':
      return { start: core.start, end: null };
    case 'after':
      return { start: core.end, end: null };
    case 'until':
      return { start: null, end: core.end };
    case 'before':
      return { start: null, end: core.start };
  }
}

function isWeekday(meaning: Meaning): boolean {
  return meaning.is === 'weekday';
}

/**
 * "od środy do 10 grudnia": a weekday has no year to share with a date, so each end is taken by
 * itself, and the second again from the first when it would lie before it.
 */
function fromChoices(
  { from, to }: Extract<Meaning, { is: 'between' }>,
  today: DayNumber,
): Resolved {
  const starts = candidatesOf(from, today);
  if ('code' in starts) return starts;
  const ends = candidatesOf(to, today);
  if ('code' in ends) return ends;
  const rangeIn = (tense: Tense): Choice | null => {
    const { start } = starts[tense].core;
    const { core } = ends[tense];
    const again = core.start < start ? candidatesOf(to, start) : ends;
    const end = 'code' in again ? start : again[core.start < start ? 'future' : tense].core.end;
    return end > start ? choice({ start, end }) : null;
  };
  const [past, future, none] = [rangeIn('past'), rangeIn('future'), rangeIn('none')];
  return past && future && none ? { past, future, none } : { code: 'endBeforeStart' };
}
