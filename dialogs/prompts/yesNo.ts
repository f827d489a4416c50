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
import { VersionedDialog } from '../versionedDialog.ts';
import { fitsPattern } from './fitsPattern.ts';
import { isWordingOf } from './wordings.ts';

export const yesNoId = 'yesNo';

/** The questions that may be asked: `locales/pl/yesNo.yml`, `questions`. */
export type YesNoQuestion = 'claim' | 'checkInstead' | 'erase';

export type YesNoOptions = { readonly question: YesNoQuestion; readonly values?: TextValues };
/** `undecided`: asked three times without an answer. */
export type YesNoAnswer = 'yes' | 'no' | 'undecided';

type Kept = {
  readonly question: YesNoQuestion;
  readonly values: TextValues;
  readonly attempts: number;
};

/** Attempts after which the reader is not asked again. */
const maximumAttempts = 3;

/**
 * Asks a yes-or-no question. The stock ConfirmPrompt knows no Polish and reads "nie wiem" as no;
 * here whatever is not clearly one of the two is `unclear` and asked again.
 */
export class YesNo extends VersionedDialog<Kept> {
  readonly #services: Services;

  constructor(services: Services) {
    super(yesNoId, 2);
    this.#services = services;
  }

  protected override isWhole({ question }: Partial<Kept>): boolean {
    return question !== undefined;
  }

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { question, values = {} } = options as YesNoOptions; // only journeys call it, by their types
    this.keep(dc, { question, values, attempts: 0 });
    await this.#ask(dc.context, question, values);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { question, values, attempts } = this.kept(dc.activeDialog);
    const text = textOf(dc);
    const answer = this.#agrees(text, question) ? 'yes' : this.reads(text);
    if (answer) return dc.endDialog(answer);

    const { say } = this.#services.texts;
    const putOff = (['later', 'moment'] as const).find((way) =>
      isWordingOf(text, say(`yesNo.${way}Wordings`)),
    );
    if (putOff) {
      await send(dc.context, { id: `yesNo.${putOff}`, text: say(`yesNo.${putOff}`) });
      await this.#ask(dc.context, question, values);
      return Dialog.EndOfTurn;
    }
    if (attempts + 1 >= maximumAttempts) return dc.endDialog('undecided' satisfies YesNoAnswer);
    this.keep(dc, { question, values, attempts: attempts + 1 });
    await send(dc.context, { id: 'yesNo.unclear', text: say('yesNo.unclear') });
    await this.#ask(dc.context, question, values);
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { question, values } = this.kept(instance);
    await this.#ask(context, question, values);
  }

  /**
   * True for a message that only this prompt, as it is open, can answer: yes, no, "nie wiem", "a mogę
   * później?", and the wish itself at its own question.
   */
  override isFor(text: string, instance: DialogInstance): boolean {
    const { say } = this.#services.texts;
    const { question } = this.kept(instance);
    return (
      this.#agrees(text, question) ||
      this.reads(text) !== null ||
      isWordingOf(text, say('yesNo.laterWordings')) ||
      isWordingOf(text, say('yesNo.momentWordings')) ||
      isWordingOf(text, say('yesNo.unsureWordings'))
    );
  }

  /**
   * Yes or no; `null` when the message is neither. Known wordings count first, then a sure reading
   * of the whole message: "raczej nie, dzięki".
   */
  reads(text: string): 'yes' | 'no' | null {
    const { say } = this.#services.texts;
    if (isWordingOf(text, say('yesNo.unsureWordings'))) return null;
    if (isShortAnswer(text) && fitsPattern(text, say('yesNo.refusals'))) return 'no';
    const exact = this.#services.readExactly(text);
    const [reading] = exact ? [] : this.#services.understand(text);
    const intent = exact ?? (reading?.decision === 'answer' ? reading.intent : null);
    // Consent does not rest on a guess: "spoko, później" is no yes, however sure the reading is.
    // Nor on a question: "tak?"
    const isDoubtful = text.endsWith('?') || (!exact && this.#hesitates(text));
    if (intent === 'confirm.yes' && isDoubtful) return null;
    if (intent === 'confirm.yes') return 'yes';
    return intent === 'confirm.no' ? 'no' : null;
  }

  /** "Pobrać teraz kod?" "Pobieraj." A pressed button is no answer: readers press it twice. */
  #agrees(text: string, question: YesNoQuestion): boolean {
    return isWordingOf(text, this.#services.texts.say(`yesNo.agreements.${question}`));
  }

  #hesitates(text: string): boolean {
    return fitsPattern(text, this.#services.texts.say('yesNo.hesitations'));
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

/** Words up to which a message is taken for an answer; a longer one may ask something besides. */
const longestAnswer = 5;

function isShortAnswer(text: string): boolean {
  return !text.includes('?') && text.split(/\s+/u).length <= longestAnswer;
}
