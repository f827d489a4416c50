import type { TurnContext } from 'botbuilder';
import { findPersonalData, maskPersonalData } from '../src/understanding/index.ts';
import { send } from './conversation.ts';
import type { Services } from './services.ts';

/**
 * Warns a reader who typed personal data. Returns the message without it, so that a question beside
 * it is answered all the same; `null` after a password, which ends the turn.
 */
export async function warnOfPersonalData(
  text: string,
  context: TurnContext,
  { texts }: Services,
): Promise<string | null> {
  const [worst] = order.filter((kind) => findPersonalData(text).includes(kind));
  if (!worst) return text;
  const id = `personalData.${worst}` as const;
  await send(context, { id, text: texts.say(id) });
  return worst === 'password' ? null : maskPersonalData(text);
}

/** The worst first: one warning is enough. */
const order = ['password', 'pesel', 'card', 'phone', 'email'] as const;
