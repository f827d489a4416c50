import { readFile } from 'node:fs/promises';
import { calendarDay, month, type CalendarDay, type Month } from '../rules/index.ts';
import type { Say } from '../text/index.ts';
import { UsageError } from './usageError.ts';

/** Readers of typed arguments; each throws a `UsageError`. */
export type ReadArguments = {
  readonly month: (text: string) => Month;
  readonly day: (text: string) => CalendarDay;
  readonly time: (text: string) => string;
  /** A number on a list, 1 or more. */
  readonly number: (text: string) => number;
  /** Why staff do something to a reader's data. */
  readonly reason: (text: string) => string;
  readonly file: (name: string) => Promise<Uint8Array>;
};

const longestReason = 200;

export function readArguments(say: Say): ReadArguments {
  return {
    month(text) {
      return orExplain(/^\d{4}-\d{2}$/, text, month, say('staff.usage.notMonth', { text }));
    },
    day(text) {
      return orExplain(
        /^\d{4}-\d{2}-\d{2}$/,
        text,
        calendarDay,
        say('staff.usage.notDay', { text }),
      );
    },
    time(text) {
      const padded = text.padStart('HH:MM'.length, '0');
      const sentence = say('staff.usage.notTime', { text });
      return orExplain(/^([01]\d|2[0-3]):[0-5]\d$/, padded, (time) => time, sentence);
    },
    number(text) {
      return orExplain(/^[1-9]\d{0,8}$/, text, Number, say('staff.usage.notNumber', { text }));
    },
    reason(text) {
      if (text.trim() !== '' && text.length <= longestReason) return text;
      throw new UsageError(say('staffData.usage.reason'));
    },
    async file(name) {
      try {
        return await readFile(name);
      } catch {
        throw new UsageError(say('staff.usage.noFile', { file: name }));
      }
    },
  };
}

function orExplain<Value>(
  form: RegExp,
  text: string,
  read: (text: string) => Value,
  sentence: string,
): Value {
  try {
    if (form.test(text)) return read(text);
  } catch {
    // No such month or day: the same sentence as for any other wrong form.
  }
  throw new UsageError(sentence);
}
