import type { TurnContext } from 'botbuilder';
import { findPersonalData, maskPersonalData } from '../src/understanding/index.ts';
import { buttonsOf, send } from './conversation.ts';
import { mainButtons } from './mainButtons.ts';
import type { Services } from './services.ts';

/** The worst first: one warning is enough. */
const order = ['password', 'pesel', 'card', 'phone', 'email'] as const;

/**
 * Warns a reader who typed personal data. Returns the message without it, so that a question beside
 * it is answered all the same; empty after a password, or when nothing worth reading is left.
 */
export async function warnOfPersonalData(
  text: string,
  context: TurnContext,
  services: Services,
): Promise<string> {
  const found = findPersonalData(text);
  const worst = order.find((kind) => found.includes(kind));
  if (!worst) return text;
  const id = `personalData.${worst}` as const;
  const wantsCall = worst === 'phone' || worst === 'email';
  await send(context, {
    id,
    text: services.texts.say(id),
    buttons: wantsCall ? buttonsOf(services, 'control.human') : mainButtons(services),
  });
  return worst === 'password' ? '' : questionBeside(text);
}

/** What is left without the data, unless it only introduced them: "mój numer karty to". */
function questionBeside(text: string): string {
  const rest = maskPersonalData(text)
    .replace(/\[[^\]]*\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const isQuestion = rest.includes('?') || rest.split(' ').length > longestRemainder;
  return isQuestion ? rest : '';
}

/** Words that may be left and still ask nothing. */
const longestRemainder = 2;
