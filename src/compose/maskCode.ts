import type { Activity } from 'botbuilder';
import { z } from 'zod';

export const withCode = z.object({ code: z.object({ plain: z.string(), grouped: z.string() }) });
const shownDigits = 4;

/**
 * An activity that shows a code, with all but the code's last four characters hidden; `null` when it
 * shows none. What is kept for replay must not give codes away to whoever sits down next.
 */
export function maskCode(activity: Partial<Activity>): Partial<Activity> | null {
  const shown = withCode.safeParse(activity.channelData);
  if (!shown.success) return null;
  const { plain, grouped } = shown.data.code;
  const masked = `…${plain.slice(-shownDigits)}`;
  const { channelData: _secret, ...rest } = activity;
  return {
    ...rest,
    text: (activity.text ?? '').replaceAll(grouped, masked).replaceAll(plain, masked),
  };
}
