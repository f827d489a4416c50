import { isoDayOf } from '../isoDay.ts';
import type { Candidates, Choice } from '../meaning/candidates.ts';
import { isOneDay, type Bound, type Impossible, type Meaning } from '../meaning/meaning.ts';

/** One value of a result as the recogniser's users know them. `end` is the first day after. */
export type ResolutionValue = {
  readonly timex: string;
  readonly type: 'date' | 'daterange';
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
  readonly Mod?: 'before' | 'after' | 'since';
};

/** What a result of the Polish model holds: the values, and what they were made of. */
export type PolishResolution = {
  readonly values: readonly ResolutionValue[];
  readonly meaning: Meaning;
  readonly candidates: Candidates | Impossible;
};

const mods: Readonly<Record<Bound, 'before' | 'after' | 'since'>> = {
  from: 'since',
  after: 'after',
  until: 'before',
  before: 'before',
};

export function resolutionOf(
  meaning: Meaning,
  candidates: Candidates | Impossible,
): PolishResolution {
  if ('code' in candidates) {
    const type = meaning.is === 'within' || meaning.is === 'onWeekday' ? 'date' : 'daterange';
    return { values: [{ timex: 'XXXX-XX-XX', type, value: 'not resolved' }], meaning, candidates };
  }
  const values = [candidates.past, candidates.future].map((choice) => valueOf(meaning, choice));
  const areSame = JSON.stringify(values[0]) === JSON.stringify(values[1]);
  return { values: areSame ? values.slice(0, 1) : values, meaning, candidates };
}

function valueOf(meaning: Meaning, { core, span }: Choice): ResolutionValue {
  const start = isoDayOf(core.start);
  if (isOneDay(meaning)) return { timex: start, type: 'date', value: start };
  return {
    timex: `(${start},${isoDayOf(core.end)},P${core.end - core.start}D)`,
    type: 'daterange',
    ...(span.start !== null && { start: isoDayOf(span.start) }),
    ...(span.end !== null && { end: isoDayOf(span.end) }),
    ...(meaning.is === 'bounded' && { Mod: mods[meaning.bound] }),
  };
}
