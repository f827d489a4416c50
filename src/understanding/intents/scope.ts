import type { Intent } from '../understanding.ts';

/** What kind of thing a reader wants: decides which labels may outvote which. */
export type Scope = 'content' | 'control' | 'smallTalk' | 'outOfScope';

export function scopeOf(intent: Intent): Scope {
  if (intent.startsWith('faq.') || intent.startsWith('action.')) return 'content';
  if (intent.startsWith('control.')) return 'control';
  if (intent.startsWith('outOfScope.')) return 'outOfScope';
  return 'smallTalk';
}
