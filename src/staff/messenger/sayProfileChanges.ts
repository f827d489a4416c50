import type { ProfileChange } from '../../channels/messenger/profile/index.ts';
import type { Say } from '../../text/index.ts';

/** The changes for whoever decides about them: what the Page shows today, and what it would show. */
export function sayProfileChanges(changes: readonly ProfileChange[], say: Say): readonly string[] {
  return changes.flatMap(({ field, kind, before, after }) => [
    say(`staffMessenger.change.${kind}`, { field: say(`staffMessenger.field.${field}`) }),
    ...(kind === 'changed' || kind === 'removed' ? linesOf('-', before) : []),
    ...(kind === 'changed' || kind === 'new' ? linesOf('+', after) : []),
  ]);
}

function linesOf(mark: string, value: unknown): readonly string[] {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => `  ${mark} ${line}`);
}
