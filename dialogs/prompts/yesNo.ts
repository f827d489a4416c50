import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogContext,
  type DialogInstance,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { TextValues } from '../../src/text/index.ts';
import { send, textOf, buttonsOf } from '../conversation.ts';
import type { Services } from '../services.ts';
import { hasWordOf, isWordingOf } from './wordings.ts';

export const yesNoId = 'yesNo';

/** The questions that may be asked: `locales/pl/yesNo.yml`, `questions`. */
export type YesNoQuestion = 'claim' | 'checkInstead' | 'erase';

export type YesNoOptions = { readonly question: YesNoQuestion; readonly values?: TextValues };
/** `undecided`: asked three times without an answer. */
export type YesNoAnswer = 'yes' | 'no' | 'undecided';

type State = { question: YesNoQuestion; values: TextValues; attempts: number };

/** Attempts after which the reader is not asked again. */
const maximumAttempts = 3;

/**
 * Asks a yes-or-no question. The stock ConfirmPrompt knows no Polish and reads "nie wiem" as no;
 * here whatever is not clearly one of the two is `unclear` and asked again.
 */
export class YesNo extends Dialog {
  readonly version = 1;
  readonly #services: Services;

  constructor(services: Services) {
    super(yesNoId);
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { question, values = {} } = options as YesNoOptions; // only journeys call it, by their types
    const instance = dc.activeDialog;
    if (instance) instance.state = { question, values, attempts: 0 } satisfies State;
    await this.#ask(dc.context, question, values);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const state = dc.activeDialog?.state as State; // written by beginDialog
    const answer = this.reads(textOf(dc));
    if (answer) return dc.endDialog(answer);

    if (isWordingOf(textOf(dc), this.#services.texts.say('yesNo.laterWordings'))) {
      await send(dc.context, { id: 'yesNo.later', text: this.#services.texts.say('yesNo.later') });
      await this.#ask(dc.context, state.question, state.values);
      return Dialog.EndOfTurn;
    }
    state.attempts += 1;
    if (state.attempts >= maximumAttempts) return dc.endDialog('undecided' satisfies YesNoAnswer);
    await send(dc.context, {
      id: 'yesNo.unclear',
      text: this.#services.texts.say('yesNo.unclear'),
    });
    await this.#ask(dc.context, state.question, state.values);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { question, values } = instance.state as State; // written by beginDialog
    await this.#ask(context, question, values);
  }

  /** True for a message that only this prompt can answer: yes, no, "nie wiem", "a mogę później?". */
  isFor(text: string): boolean {
    const { say } = this.#services.texts;
    return (
      this.reads(text) !== null ||
      isWordingOf(text, say('yesNo.laterWordings')) ||
      isWordingOf(text, say('yesNo.unsureWordings'))
    );
  }

  /**
   * Yes or no; `null` when the message is neither. Known wordings count first, then a sure reading
   * of the whole message: "raczej nie, dzięki".
   */
  reads(text: string): 'yes' | 'no' | null {
    const exact = this.#services.readExactly(text);
    const [reading] = exact ? [] : this.#services.understand(text);
    const intent = exact ?? (reading?.decision === 'answer' ? reading.intent : null);
    // Consent does not rest on a guess: "spoko, później" is no yes, however sure the reading is.
    if (!exact && intent === 'confirm.yes' && this.#hesitates(text)) return null;
    if (intent === 'confirm.yes') return 'yes';
    return intent === 'confirm.no' ? 'no' : null;
  }

  #hesitates(text: string): boolean {
    return hasWordOf(text, this.#services.texts.say('yesNo.hesitations'));
  }

  async #ask(context: TurnContext, question: YesNoQuestion, values: TextValues): Promise<void> {
    const { texts } = this.#services;
    await send(context, {
      id: `yesNo.questions.${question}`,
      text: texts.format(`yesNo.questions.${question}`, values),
      buttons: buttonsOf(this.#services, 'confirm.yes', 'confirm.no'),
    });
  }
}
