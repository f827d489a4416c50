import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import { DialogSet, type DialogContext, type DialogState } from 'botbuilder-dialogs';
import { hasCredentials } from '../src/understanding/index.ts';
import { answerQuestion } from './answerQuestion.ts';
import { checkEligibility } from './checkEligibility.ts';
import { claimCode } from './claimCode.ts';
import { control, isControl, mainButtons } from './control.ts';
import { send, textOf } from './conversation.ts';
import { discardOutdated } from './discardOutdated.ts';
import { dontKnow } from './dontKnow.ts';
import { greetIfNew } from './greet.ts';
import type { Memory } from './memory.ts';
import { onEvent } from './onEvent.ts';
import { readPick } from './prompts/pick.ts';
import { YesNo, yesNoId } from './prompts/yesNo.ts';
import { remindCode } from './remindCode.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import type { Services } from './services.ts';
import { isTypedCode, SignInDialog, signInId } from './signIn.ts';
import { smallTalk } from './smallTalk.ts';
import { isAction, startJourney } from './startJourney.ts';

/** Routes one turn of a conversation to what answers it. */
export type Root = (context: TurnContext, memory: Memory) => Promise<void>;

/**
 * The way of a message, in this order: control word, answer to the open prompt, action, FAQ, small
 * talk, the don't-know ladder. Questions are answered in the middle of any journey; the open
 * question is then asked again.
 */
export function createRoot(services: Services, stack: StatePropertyAccessor<DialogState>): Root {
  const yesNo = new YesNo(services);
  const dialogs = new DialogSet(stack);
  dialogs.add(checkEligibility(services));
  dialogs.add(claimCode(services));
  dialogs.add(remindCode(services));
  dialogs.add(new SignInDialog(services));
  dialogs.add(yesNo);

  return async (context, memory) => {
    const dc = await dialogs.createContext(context);
    if (await discardOutdated(dc, services)) return;
    const wasGreeted = await greetIfNew(context, memory, services);
    if (context.activity.type === 'event') await onEvent(dc, services);
    if (context.activity.type !== 'message') return;
    if (wasGreeted && services.readExactly(textOf(dc)) === 'chat.greet') return;
    await onMessage(dc, memory);
  };

  async function onMessage(dc: DialogContext, memory: Memory): Promise<void> {
    const { context } = dc;
    const text = textOf(dc);
    const offered = memory.offered;
    memory.offered = [];

    if (text === '') {
      return send(context, { id: 'root.textOnly', text: services.texts.say('root.textOnly') });
    }
    if (hasCredentials(text)) {
      await send(context, { id: 'root.noSecrets', text: services.texts.say('root.noSecrets') });
      return repeatOpenQuestion(dc);
    }

    const exact = services.readExactly(text);
    if (exact && isControl(exact)) return control(exact, dc, memory, services);
    if (answersOpenPrompt(dc, text)) {
      await dc.continueDialog();
      return;
    }

    const pick = offered.length > 0 ? readPick(text, offered, services) : null;
    if (pick === 'none') return dontKnow(null, dc, memory, services);
    await answer(pick ? [pick] : intentsOf(text, exact), text, dc, memory);
  }

  function answersOpenPrompt(dc: DialogContext, text: string): boolean {
    const open = dc.activeDialog?.id;
    if (open === yesNoId) return yesNo.reads(text) !== null;
    return open === signInId && isTypedCode(text);
  }

  /** What the message surely asks for, in its order; empty when the bot is not sure. */
  function intentsOf(text: string, exact: string | null): readonly string[] {
    if (exact) return [exact];
    return services
      .understand(text)
      .filter((reading) => reading.decision === 'answer')
      .map((reading) => reading.intent);
  }

  async function answer(
    intents: readonly string[],
    text: string,
    dc: DialogContext,
    memory: Memory,
  ): Promise<void> {
    const questions = intents.filter((intent) => intent.startsWith('faq.'));
    const action = intents.find(isAction);
    const controlWord = intents.find(isControl);
    const small = intents.find((intent) => intent.startsWith('chat.'));
    if (questions.length + (action || controlWord || small ? 1 : 0) > 0) memory.misses = 0;

    for (const question of questions) {
      await answerQuestion(dc.context, question.slice('faq.'.length), services);
      memory.topic = question;
    }
    if (action) return startJourney(action, dc, memory);
    if (questions.length > 0) return repeatOpenQuestion(dc);
    if (controlWord) return control(controlWord, dc, memory, services);
    if (small) {
      await smallTalk(small, dc.context, services);
      return repeatOpenQuestion(dc);
    }
    if (dc.activeDialog) {
      await dc.continueDialog();
      return;
    }
    if (intents.some((intent) => intent.startsWith('confirm.'))) {
      return send(dc.context, {
        id: 'root.nothingAsked',
        text: services.texts.say('root.nothingAsked'),
        buttons: mainButtons(services),
      });
    }
    await dontKnow(text, dc, memory, services);
  }
}
