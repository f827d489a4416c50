import type { Texts } from '../text/index.ts';
import type { Intent } from '../understanding/index.ts';

const actions = ['action.check', 'action.claim', 'action.remind'] as const;

/** Topics that readers ask about next, by topic: an entry's follow-ups, and after an action its terms. */
export function neighboursOf(texts: Texts): ReadonlyMap<Intent, readonly Intent[]> {
  const entries = [...texts.faq.values()].map(({ id, followUps }): [Intent, Intent[]] => [
    `faq.${id}`,
    followUps.map((followUp): Intent => `faq.${followUp}`),
  ]);
  const terms: Intent[] = ['faq.validity', 'faq.activation', 'faq.conditions', ...actions];
  return new Map([...entries, ...actions.map((action): [Intent, Intent[]] => [action, terms])]);
}
