import { remembered } from '../../src/rules/index.ts';
import { readDates, type DateReading, type IsoDay } from '../../src/understanding/index.ts';
import { rememberedText } from '../rememberedText.ts';

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
      untensed ??= datesOn(today).untensed(text);
      if (tense === null || !untensed.some(isOpen)) return untensed;
      const tensed = datesOn(today)[tense](text);
      return untensed.map((reading, index) =>
        isOpen(reading) ? (tensed[index] ?? reading) : reading,
      );
    },
  };
}

/** What texts mean on a day; one day is the readers' today. */
const datesOn = remembered(
  (today: IsoDay) => ({
    untensed: rememberedText((text) => readDates(text, today)),
    past: rememberedText((text) => readDates(text, today, 'past')),
    future: rememberedText((text) => readDates(text, today, 'future')),
  }),
  1,
);

/** The words leave it open whether the day is past or ahead. */
function isOpen(reading: DateReading): boolean {
  return reading.kind !== 'invalid' && reading.ambiguity?.code === 'pastOrFuture';
}
