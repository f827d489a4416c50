import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  DialogReason,
  type DialogContext,
  type DialogInstance,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import { chatOf, send, textOf } from '../conversation.ts';
import { isWordingOf } from '../prompts/wordings.ts';
import type { Services } from '../services.ts';
import { showSignInLink, signInButtons, type ShownLink } from './signInLink.ts';
import { talkOfSignIn } from './signInTalk.ts';
import { signInTopicOf, type SignInTopic } from './signInTopic.ts';
import { isTypedCode, submitTypedCode } from './typedCode.ts';
import { VersionedDialog } from '../versionedDialog.ts';

export const signInId = 'signIn';

/**
 * Waits until the reader of the chat is signed in, then ends. Signed in already: ends at once.
 * Signing in happens on our page; the chat only shows the link and, where the page gives one,
 * takes the typed code.
 */
export class SignInDialog extends VersionedDialog<ShownLink> {
  readonly #services: Services;

  constructor(services: Services) {
    super(signInId, 2);
    this.#services = services;
  }

  protected override isWhole({ expiresAt }: Partial<ShownLink>): boolean {
    return expiresAt !== undefined;
  }

  /** True for a message about this sign-in, whatever else its words could mean elsewhere. */
  override isFor(text: string, instance: DialogInstance): boolean {
    return isTypedCode(text) || this.#topicOf(text, this.kept(instance)) !== null;
  }

  /** True for the words that only an open sign-in can take: digits, "gotowe", "nowy link". */
  reads(text: string): boolean {
    const { say } = this.#services.texts;
    return (
      isTypedCode(text) ||
      isWordingOf(text, say('signIn.newLinkWordings')) ||
      isWordingOf(text, say('signIn.doneWordings'))
    );
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const reader = await this.#services.signIn.readerOf(chatOf(dc.context));
    return reader ? dc.endDialog() : this.#showLink(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { context, activeDialog } = dc;
    const { signIn } = this.#services;
    const typed = textOf(dc);
    const link = this.kept(activeDialog);
    const code = isTypedCode(typed) ? await submitTypedCode(context, typed, this.#services) : null;

    const reader = await signIn.readerOf(chatOf(context));
    if (reader) {
      const text = this.#services.texts.say('signIn.signedIn', {
        lastDigits: reader.card.slice(-4),
      });
      await send(context, { id: 'signIn.signedIn', text });
      return dc.endDialog();
    }
    if (code === 'wrong') return Dialog.EndOfTurn;
    if (code === 'expired') return this.#showLink(dc);
    if (code === 'notACode' && activeDialog) {
      await this.repromptDialog(context, activeDialog);
      return Dialog.EndOfTurn;
    }
    return this.#goOn(this.#topicOf(typed, link), link, dc);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const isOver = this.#isOver(this.kept(instance));
    await this.#say(isOver ? 'signIn.linkOver' : 'signIn.stillWaiting', context);
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

  /** Nobody signed in yet: answers what the reader said of it. */
  async #goOn(
    topic: SignInTopic | null,
    link: ShownLink,
    dc: DialogContext,
  ): Promise<DialogTurnResult> {
    const { context } = dc;
    if (topic === 'otherNumber' || topic === 'strangeLink') {
      // Somebody may hold the other link: ours is thrown away as well, whatever happens next.
      await this.#services.signIn.cancelLink(chatOf(context));
      await talkOfSignIn(topic, link, context, this.#services);
      await this.#say('signInTalk.replaced', context);
      return this.#showLink(dc);
    }
    if (topic === 'newLink') return this.#showLink(dc);
    if (this.#isOver(link)) {
      await this.#say('signIn.linkExpired', context);
      return this.#showLink(dc);
    }
    await talkOfSignIn(topic ?? 'signedIn', link, context, this.#services);
    return Dialog.EndOfTurn;
  }

  #topicOf(text: string, { pairingNumber }: ShownLink): SignInTopic | null {
    return signInTopicOf(text, pairingNumber, this.#services);
  }

  #isOver({ expiresAt }: ShownLink): boolean {
    return this.#services.clock().toISOString() >= expiresAt;
  }

  async #say(
    id: 'signIn.stillWaiting' | 'signIn.linkOver' | 'signIn.linkExpired' | 'signInTalk.replaced',
    context: TurnContext,
  ): Promise<void> {
    const text = this.#services.texts.say(id);
    await send(context, { id, text, buttons: signInButtons(this.#services) });
  }

  async #showLink(dc: DialogContext): Promise<DialogTurnResult> {
    const link = await showSignInLink(dc.context, this.#services);
    if (!link) return dc.endDialog();
    this.keep(dc, link);
    return Dialog.EndOfTurn;
  }
}
