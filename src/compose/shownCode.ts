import type { Activity } from 'botbuilder';
import { z } from 'zod';

const withCode = z.object({ code: z.object({ plain: z.string(), grouped: z.string() }) });

/** The code that an activity shows a reader, `null` when it shows none. */
export function shownCodeOf(activity: Partial<Activity>): z.output<typeof withCode>['code'] | null {
  const data: unknown = activity.channelData;
  // Nearly all carry none, and a parse that fails costs a good part of a turn.
  if (typeof data !== 'object' || data === null || !('code' in data)) return null;
  return withCode.safeParse(data).data?.code ?? null;
}
