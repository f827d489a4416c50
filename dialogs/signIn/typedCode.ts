import type { TurnContext } from 'botbuilder';
import type { TypedCode } from '../../src/signin/index.ts';
import { chatOf, send } from '../conversation.ts';
import type { Services } from '../services.ts';

/** A short message with six digits in it: "123 456", "kod to 123456". */
const typedCode = /^\D{0,20}\d{3}[ -]?\d{3}\D{0,5}$/;

/** True for a message that can be the digits of the sign-in page, or a card number. */
export function isTypedCode(text: string): boolean {
  return typedCode.test(text);
}

/**
 * Hands in typed digits and tells the reader when they were not taken. `notACode`: this chat is asked
 * for no digits, they can only be a card number.
 */
export async function submitTypedCode(
  context: TurnContext,
  text: string,
  { signIn, texts }: Services,
): Promise<TypedCode | 'notACode'> {
  const chat = chatOf(context);
  if (!(await signIn.expectsCode(chat))) {
    const isCard = chat.ingress === 'directline';
    const id = isCard ? 'personalData.card' : 'signIn.codeNotAwaited';
    await send(context, { id, text: texts.say(id) });
    return isCard ? 'notACode' : 'expired';
  }
  const outcome = await signIn.submitCode(chat, text.replace(/\D/g, ''));
  if (outcome === 'wrong') {
    await send(context, { id: 'signIn.wrongCode', text: texts.say('signIn.wrongCode') });
  } else if (outcome === 'expired') {
    await send(context, { id: 'signIn.codeExpired', text: texts.say('signIn.codeExpired') });
  }
  return outcome;
}
