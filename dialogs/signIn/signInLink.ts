import type { TurnContext } from 'botbuilder';
import { timeOf } from '../../src/rules/index.ts';
import type { SignInLink } from '../../src/signin/index.ts';
import { buttonsOf, chatOf, send } from '../conversation.ts';
import type { Services } from '../services.ts';

/** What a chat keeps of the link that was shown last. The address itself is not kept. */
export type ShownLink = {
  /** ISO instant. */
  readonly expiresAt: string;
  readonly pairingNumber: string;
  readonly method: Extract<SignInLink, { outcome: 'link' }>['method'];
};

/** `null` when too many links were asked for; the reader has been told when to come back. */
export async function showSignInLink(
  context: TurnContext,
  services: Services,
): Promise<ShownLink | null> {
  const { signIn, texts } = services;
  const link = await signIn.createLink(chatOf(context));
  if (link.outcome === 'tooMany') {
    await send(context, {
      id: 'signIn.tooMany',
      text: texts.say('signIn.tooMany', { time: timeOf(link.retryAt) }),
      buttons: buttonsOf(services, 'control.human'),
    });
    return null;
  }
  const { method, pairingNumber } = link;
  await send(context, {
    id: `signIn.link.${method}`,
    text: texts.say(`signIn.link.${method}`, { pairingNumber }),
    link: { title: texts.say('signIn.button'), url: link.url },
  });
  await send(context, {
    id: 'signIn.help',
    text: texts.say('signIn.help'),
    buttons: buttonsOf(services, 'faq.login', 'control.cancel'),
  });
  return { method, pairingNumber, expiresAt: link.expiresAt.toISOString() };
}

/** What can be done while a link is shown. */
export function signInButtons(services: Services): readonly string[] {
  return [services.texts.say('signIn.newLink'), ...buttonsOf(services, 'control.cancel')];
}
