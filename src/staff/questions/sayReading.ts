import type { Say } from '../../text/index.ts';
import type { Intent, Understanding } from '../../understanding/index.ts';
import type { StaffContext } from '../staffContext.ts';

const twoPlaces = new Intl.NumberFormat('pl-PL', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** `0,93` */
export function sayProbability(probability: number): string {
  return twoPlaces.format(probability);
}

/** What an entry is called in a command: `when`, `action.claim`. */
export function entryName(intent: Intent): string {
  return intent.replace(/^faq\./, '');
}

/** What readers see of an entry or intent: the words of its button. */
export function buttonOf({ faq, labels }: StaffContext['texts'], intent: Intent): string {
  const named = faq.get(entryName(intent)) ?? labels.get(intent);
  return named?.button ?? entryName(intent);
}

/** What the bot does with a message: answers, asks back, or says that it does not know. */
export function sayReading(
  say: Say,
  texts: StaffContext['texts'],
  { decision, intent, confidence, suggestions }: Understanding,
): string {
  const values = { button: buttonOf(texts, intent), probability: sayProbability(confidence) };
  switch (decision) {
    case 'answer':
      return say('staff.questions.answers', values);
    case 'suggest': {
      const buttons = suggestions.map((each) => buttonOf(texts, each)).join(', ');
      return say('staff.questions.asks', { buttons });
    }
    case 'unknown':
      return intent.startsWith('outOfScope.')
        ? say('staff.questions.outOfScope', values)
        : say('staff.questions.unknown');
  }
}

/** What the reader gets; neither how sure the bot is nor the order of its suggestions. */
export function outcomeOf({ decision, intent, suggestions }: Understanding): string {
  const intents = { answer: [intent], suggest: [...suggestions].sort(), unknown: [] }[decision];
  return [decision, ...intents].join(' ');
}
