import type { Activity } from 'botbuilder';
import { shownCodeOf } from './shownCode.ts';

const shownDigits = 4;

/**
 * An activity that shows a code, with all but the code's last four characters hidden; `null` when it
 * shows none. What is kept for replay must not give codes away to whoever sits down next.
 */
export function maskCode(activity: Partial<Activity>): Partial<Activity> | null {
  const code = shownCodeOf(activity);
  if (code === null) return null;
  const masked = `…${code.plain.slice(-shownDigits)}`;
  const { channelData: _secret, ...rest } = activity;
  return {
    ...rest,
    text: (activity.text ?? '').replaceAll(code.grouped, masked).replaceAll(code.plain, masked),
  };
}
