import type { Intent } from '../../src/understanding/index.ts';
import type { Services } from '../services.ts';
import { isWordingOf } from './wordings.ts';

const positions = ['first', 'second', 'third'] as const;

/**
 * What a reader chose among the intents offered as buttons: by the button's words, by position
 * ("drugie", "2"), by "tak" when only one was offered, of several: `which`; `none` for "nie" and
 * "żadne z tych"; `null`
 * when the message is no choice at all and must be read as a new one. Numbers inside a longer
 * message never choose, unlike in the stock ChoicePrompt.
 */
export function readPick(
  text: string,
  offered: readonly Intent[],
  { texts, readExactly }: Pick<Services, 'texts' | 'readExactly'>,
): Intent | 'none' | 'which' | null {
  const exact = readExactly(text);
  if (isWordingOf(text, texts.say('pick.none'))) return 'none';
  if (exact === 'confirm.no') return 'none';
  const [only] = offered;
  if (exact === 'confirm.yes' && only) return offered.length === 1 ? only : 'which';
  if (exact && offered.includes(exact)) return exact;

  if (isWordingOf(text, texts.say('pick.last'))) return offered.at(-1) ?? null;
  const position = positions.findIndex((name) => isWordingOf(text, texts.say(`pick.${name}`)));
  return offered[position] ?? null;
}
