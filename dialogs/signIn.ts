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

/** A short message with six digits in it: "123 456", "kod to 123456". */
const typedCode = /^\D{0,20}\d{3}[ -]?\d{3}\D{0,5}$/;

/** True for a message that only sign-in can answer: the page's digits, a wish for another link. */
export function isForSignIn(text: string, { texts: { say } }: Pick<Services, 'texts'>): boolean {
  return (
    typedCode.test(text) ||
    isWordingOf(text, say('signIn.newLinkWordings')) ||
    isWordingOf(text, say('signIn.doneWordings'))
  );
}

/** `expiresAt` of the link that was shown last, ISO instant. */
type State = { version: number; expiresAt: string };

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

  /** False when the state was left by another version. */
  understands(state: unknown): boolean {
    const { version, expiresAt } = (state ?? {}) as Partial<State>; // read back from storage: checked here
    return version === this.version && expiresAt !== undefined;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const reader = await this.#services.signIn.readerOf(chatOf(dc.context));
    if (reader) return dc.endDialog();
    return (await this.#showLink(dc)) ? Dialog.EndOfTurn : dc.endDialog();
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { signIn, texts } = this.#services;
    const chat = chatOf(dc.context);
    const text = textOf(dc);
    const code = typedCode.test(text) ? await this.#submit(dc.context, text) : 'none';

    const reader = await signIn.readerOf(chat);
    if (reader) {
      await this.#welcome(dc.context, reader.card);
      return dc.endDialog();
    }
    if (code === 'wrong') return Dialog.EndOfTurn;
    if (code === 'none' && typedCode.test(text) && dc.activeDialog) {
      await this.repromptDialog(dc.context, dc.activeDialog);
      return Dialog.EndOfTurn;
    }
    const wantsLink = isWordingOf(text, texts.say('signIn.newLinkWordings'));
    if (code === 'expired' || wantsLink || this.#isLinkOver(dc.activeDialog)) {
      return (await this.#showLink(dc)) ? Dialog.EndOfTurn : dc.endDialog();
    }
    await send(dc.context, {
      id: 'signIn.waiting',
      text: texts.say('signIn.waiting'),
      buttons: [texts.say('signIn.newLink'), ...buttonsOf(this.#services, 'control.cancel')],
    });
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const id = this.#isLinkOver(instance) ? 'signIn.linkOver' : 'signIn.stillWaiting';
    await send(context, {
      id,
      text: this.#services.texts.say(id),
      buttons: [
        this.#services.texts.say('signIn.newLink'),
        ...buttonsOf(this.#services, 'control.cancel'),
      ],
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
    if (!(await signIn.expectsCode(chat))) {
      if (chat.ingress === 'directline') {
        // The website's chat asks for no digits: these are a card number.
        await send(context, { id: 'personalData.card', text: texts.say('personalData.card') });
        return 'none';
      }
      await send(context, {
        id: 'signIn.codeNotAwaited',
        text: texts.say('signIn.codeNotAwaited'),
        buttons: [texts.say('signIn.newLink'), ...buttonsOf(this.#services, 'control.cancel')],
      });
      return 'wrong';
    }
    const outcome = await signIn.submitCode(chat, text.replace(/\D/g, ''));
    if (outcome === 'wrong') {
      await send(context, { id: 'signIn.wrongCode', text: texts.say('signIn.wrongCode') });
    } else if (outcome === 'expired') {
      await send(context, { id: 'signIn.codeExpired', text: texts.say('signIn.codeExpired') });
    }
    return outcome;
  }

  #isLinkOver(instance: DialogInstance | undefined): boolean {
    const { expiresAt } = (instance?.state ?? {}) as Partial<State>; // written by #showLink
    return expiresAt !== undefined && this.#services.clock().toISOString() >= expiresAt;
  }

  async #welcome(context: TurnContext, card: string): Promise<void> {
    await send(context, {
      id: 'signIn.signedIn',
      text: this.#services.texts.say('signIn.signedIn', { lastDigits: card.slice(-4) }),
    });
  }

  /** False when too many links were asked for; the reader has been told when to come back. */
  async #showLink({ context, activeDialog }: DialogContext): Promise<boolean> {
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
    if (activeDialog) {
      const expiresAt = link.expiresAt.toISOString();
      activeDialog.state = { version: this.version, expiresAt } satisfies State;
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
