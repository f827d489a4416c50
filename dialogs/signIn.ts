import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  DialogReason,
  type DialogContext,
  type DialogInstance,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { buttonsOf, chatOf, send, textOf } from './conversation.ts';
import { timeOf } from '../src/rules/index.ts';
import type { TypedCode } from '../src/signin/index.ts';
import { isWordingOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';

export const signInId = 'signIn';

/** Six digits, alone or grouped: "123 456". Taken as a code only while the page has shown one. */
const typedCode = /^\d{3}[ -]?\d{3}$/;

export function isTypedCode(text: string): boolean {
  return typedCode.test(text);
}

/**
 * Waits until the reader of the chat is signed in, then ends. Signed in already: ends at once.
 * Signing in happens on our page; the chat only shows the link and, where the page gives one,
 * takes the typed code.
 */
export class SignInDialog extends Dialog {
  readonly version = 1;
  readonly #services: Services;

  constructor(services: Services) {
    super(signInId);
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const reader = await this.#services.signIn.readerOf(chatOf(dc.context));
    if (reader) return dc.endDialog();
    return (await this.#showLink(dc.context)) ? Dialog.EndOfTurn : dc.endDialog();
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { signIn, texts } = this.#services;
    const chat = chatOf(dc.context);
    const text = textOf(dc);
    const code = isTypedCode(text) ? await this.#submit(dc.context, text) : 'none';

    const reader = await signIn.readerOf(chat);
    if (reader) {
      await this.#welcome(dc.context, reader.card);
      return dc.endDialog();
    }
    if (code === 'wrong') return Dialog.EndOfTurn;
    if (code === 'expired' || isWordingOf(text, texts.say('signIn.newLinkWordings'))) {
      return (await this.#showLink(dc.context)) ? Dialog.EndOfTurn : dc.endDialog();
    }
    await send(dc.context, {
      id: 'signIn.waiting',
      text: texts.say('signIn.waiting'),
      buttons: [texts.say('signIn.newLink'), ...buttonsOf(this.#services, 'control.cancel')],
    });
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext): Promise<void> {
    await send(context, {
      id: 'signIn.stillWaiting',
      text: this.#services.texts.say('signIn.stillWaiting'),
      buttons: buttonsOf(this.#services, 'control.cancel'),
    });
  }

  override async endDialog(
    context: TurnContext,
    _instance: DialogInstance,
    reason: DialogReason,
  ): Promise<void> {
    if (reason === DialogReason.cancelCalled) {
      await this.#services.signIn.cancelLink(chatOf(context));
    }
  }

  /** Hands in a typed code and tells the reader when it was not taken. `none`: no code is awaited. */
  async #submit(context: TurnContext, text: string): Promise<TypedCode | 'none'> {
    const { signIn, texts } = this.#services;
    const chat = chatOf(context);
    if (!(await signIn.expectsCode(chat))) return 'none';
    const outcome = await signIn.submitCode(chat, text.replace(/\D/g, ''));
    if (outcome === 'wrong') {
      await send(context, { id: 'signIn.wrongCode', text: texts.say('signIn.wrongCode') });
    } else if (outcome === 'expired') {
      await send(context, { id: 'signIn.codeExpired', text: texts.say('signIn.codeExpired') });
    }
    return outcome;
  }

  async #welcome(context: TurnContext, card: string): Promise<void> {
    await send(context, {
      id: 'signIn.signedIn',
      text: this.#services.texts.say('signIn.signedIn', { lastDigits: card.slice(-4) }),
    });
  }

  /** False when too many links were asked for; the reader has been told when to come back. */
  async #showLink(context: TurnContext): Promise<boolean> {
    const { signIn, texts } = this.#services;
    const link = await signIn.createLink(chatOf(context));
    if (link.outcome === 'tooMany') {
      await send(context, {
        id: 'signIn.tooMany',
        text: texts.say('signIn.tooMany', { time: timeOf(link.retryAt) }),
        buttons: buttonsOf(this.#services, 'control.human'),
      });
      return false;
    }
    await send(context, {
      id: `signIn.link.${link.method}`,
      text: texts.say(`signIn.link.${link.method}`, { pairingNumber: link.pairingNumber }),
      link: { title: texts.say('signIn.button'), url: link.url },
    });
    await send(context, {
      id: 'signIn.help',
      text: texts.say('signIn.help'),
      buttons: buttonsOf(this.#services, 'faq.login', 'control.cancel'),
    });
    return true;
  }
}
