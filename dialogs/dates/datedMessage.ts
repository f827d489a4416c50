import { readDates, type DateReading, type IsoDay } from '../../src/understanding/index.ts';

/** A message and the dates in it. */
export type DatedMessage = {
  readonly text: string;
  readonly today: IsoDay;
  /** Its dates; `tense` where only the words leave it open whether a day is past or ahead. */
  dates(tense: Tense | null): readonly DateReading[];
};

export type Tense = 'past' | 'future';

/** Reads the dates only when asked for, and once: that takes longer than all else of an answer. */
export function datedMessage(text: string, today: IsoDay): DatedMessage {
  let untensed: readonly DateReading[] | undefined;
  return {
    text,
    today,
    dates(tense) {
      untensed ??= readDates(text, today);
      if (tense === null || !untensed.some(isOpen)) return untensed;
      const tensed = readDates(text, today, tense);
      return untensed.map((reading, index) =>
        isOpen(reading) ? (tensed[index] ?? reading) : reading,
      );
    },
  };
}

/** The words leave it open whether the day is past or ahead. */
function isOpen(reading: DateReading): boolean {
  return reading.kind !== 'invalid' && reading.ambiguity?.code === 'pastOrFuture';
}
