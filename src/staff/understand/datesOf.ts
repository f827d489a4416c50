import { dayOf } from '../../rules/index.ts';
import { readDates, type DateReading } from '../../understanding/index.ts';

/** The dates of a message as the understanding report shows them, read on the library's day. */
export function datesOf(text: string, now: Date): readonly object[] {
  return readDates(text, dayOf(now)).map(shown);
}

function shown({ kind, start, endExclusive, text }: DateReading): object {
  return { kind, start, endExclusive, text };
}
