import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import { chatOf, send } from '../conversation.ts';
import { contactLines } from '../handOver.ts';
import { mainButtons } from '../mainButtons.ts';
import type { Memory } from '../memory.ts';
import type { Message } from '../message.ts';
import { fitsPattern } from '../prompts/fitsPattern.ts';
import { repeatOpenQuestion } from '../repeatOpenQuestion.ts';
import type { Services } from '../services.ts';
import { signInButtons, type ShownLink } from './signInLink.ts';
import type { SignInTopic } from './signInTopic.ts';
import { isTypedCode } from './typedCode.ts';

/** Answers what a reader says about the sign-in that is open, in one message. */
export async function talkOfSignIn(
  topic: Exclude<SignInTopic, 'newLink'>,
  { method, pairingNumber }: ShownLink,
  context: TurnContext,
  services: Services,
): Promise<void> {
  const { say } = services.texts;
  const id = topic === 'signedIn' ? 'signIn.waiting' : (`signInTalk.${topic}` as const);
  const text = say(id, {
    method: method === 'typedCode' ? 'typedCode' : 'other',
    pairingNumber,
    contact: contactLines(services),
  });
  await send(context, { id, text, buttons: signInButtons(services) });
}

/**
 * Answers what is said of signing in while nobody does: a link from elsewhere, another number, digits
 * of the page. True when it did.
 */
export async function talkOfSignInAside(
  { text }: Message,
  dc: DialogContext,
  _memory: Memory,
  services: Services,
): Promise<boolean> {
  const { say } = services.texts;
  const warning = (['otherNumber', 'strangeLink'] as const).find((topic) =>
    fitsPattern(text, say(`signInTalk.aside.${topic}`)),
  );
  const isAboutDigits =
    !dc.activeDialog && (isTypedCode(text) || fitsPattern(text, say('signInTalk.aside.digits')));
  if (!warning && !isAboutDigits) return false;
  const reader = warning ? null : await services.signIn.readerOf(chatOf(dc.context));
  await send(dc.context, {
    id: `signInTalk.${warning ?? 'unaskedDigits'}`,
    text: warning
      ? say(`signInTalk.${warning}`)
      : say('signInTalk.unaskedDigits', { isSignedIn: reader ? 'yes' : 'other' }),
    buttons: mainButtons(services),
  });
  await repeatOpenQuestion(dc);
  return true;
}
