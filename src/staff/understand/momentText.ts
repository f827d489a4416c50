import { z } from 'zod';
import { calendarDay, instantAt } from '../../rules/index.ts';

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: 'write 2026-12-10, 2026-12-10T09:00 (the time in the library) or with an offset',
});

/**
 * A moment as staff write it: a day, the wall time in the library, or an instant with an offset. A
 * day is its first minute in the library.
 */
export const momentText = moment.transform((text, context) => {
  const [, day = '', time = '00:00', offset] =
    /^(.{10})(?:T(\d{2}:\d{2})[\d:.]*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ?? [];
  if (offset !== undefined) return new Date(text);
  try {
    return instantAt(calendarDay(day), time);
  } catch {
    context.addIssue({ code: 'custom', message: `there is no ${text} in the library` });
    return z.NEVER;
  }
});
