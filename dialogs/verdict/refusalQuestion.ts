import type { ReasonId } from '../../src/rules/index.ts';
import { isAction } from '../journeys/startJourney.ts';
import type { Memory } from '../memory.ts';
import { fitsPattern } from '../prompts/fitsPattern.ts';
import { isWordingOf } from '../prompts/wordings.ts';
import type { Services } from '../services.ts';

/** What can be asked of a refusal when its reason is named; the first that fits, in this order. */
const asks = [
  'dispute',
  'lateActivation',
  'then',
  'remotely',
  'detail',
  'until',
  'where',
  'amount',
  'why',
  'what',
] as const;
/** What can be asked right after a refusal without naming anything. */
const asksAlone = [
  'dispute',
  'then',
  'remotely',
  'bring',
  'detail',
  'until',
  'where',
  'amount',
  'why',
  'what',
  'again',
  'wait',
] as const;

/** Reasons that readers name by their words. The others pass by themselves and say when. */
const named = [
  'unpaid_fine',
  'no_loan_this_year',
  'data_not_confirmed',
  'overdue_items',
  'previous_code_not_activated',
] as const;

export type RefusalQuestion = {
  readonly asks: (typeof asks)[number] | (typeof asksAlone)[number];
  /** The reasons that it names; empty: all of them. */
  readonly about: readonly ReasonId[];
};

/** What a message asks about the refusal told before it; `null` when it asks something else. */
export function refusalQuestionOf(
  text: string,
  { verdict, topic }: Pick<Memory, 'verdict' | 'topic'>,
  { texts: { say } }: Pick<Services, 'texts'>,
): RefusalQuestion | null {
  if (!verdict || verdict.told === 'eligible') return null;
  const about = named.filter(
    (id) =>
      verdict.reasons.includes(id) && fitsPattern(text, say(`answerAboutRefusal.about.${id}`)),
  );
  const asked = asks.find(
    (one) =>
      about.some((id) => isAskedOf(one, id)) &&
      fitsPattern(text, say(`answerAboutRefusal.asks.${one}`)),
  );
  if (asked) return { asks: asked, about };
  if (!isAction(topic ?? '')) return null;
  const alone = asksAlone.find((one) => isWordingOf(text, say(`answerAboutRefusal.alone.${one}`)));
  return alone ? { asks: alone, about } : null;
}

/** Not every question makes sense of every reason: how to activate a code is asked of the next one. */
function isAskedOf(one: (typeof asks)[number], id: (typeof named)[number]): boolean {
  switch (one) {
    case 'dispute':
      return true;
    case 'why':
      // The FAQ knows why a book has to be borrowed.
      return id !== 'no_loan_this_year';
    case 'lateActivation':
      return id === 'previous_code_not_activated';
    case 'detail':
      return id === 'unpaid_fine' || id === 'overdue_items';
    case 'amount':
      return id === 'unpaid_fine';
    case 'then':
    case 'remotely':
    case 'until':
    case 'where':
    case 'what':
      return id !== 'previous_code_not_activated';
  }
}
