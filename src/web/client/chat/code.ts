import type { Activity } from './webChatTypes.ts';

/**
 * A code inside a message of the bot: `channelData.code`. The message's text contains `grouped` on a
 * line of its own; where it stands, the page shows a box with a button that copies `plain`.
 */
export type Code = { readonly grouped: string; readonly plain: string };

export function codeOf(activity: Activity): Code | null {
  const code = activity.channelData?.['code'];
  return typeof code === 'object' &&
    code !== null &&
    'grouped' in code &&
    typeof code.grouped === 'string' &&
    'plain' in code &&
    typeof code.plain === 'string'
    ? { grouped: code.grouped, plain: code.plain }
    : null;
}

/** The code letter by letter, with a pause between groups, for screen readers. */
export function spelled(code: Code): string {
  return code.grouped
    .split(/\s+/)
    .map((group) => [...group].join(' '))
    .join(', ');
}
