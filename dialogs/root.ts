import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import {
  DialogContextError,
  DialogMemoryScope,
  DialogSet,
  TurnMemoryScope,
  type DialogContext,
  type DialogState,
  type DialogStateManagerConfiguration,
} from 'botbuilder-dialogs';
import { acknowledge, isAcknowledgement } from './acknowledge.ts';
import { answer } from './answer.ts';
import { answerAboutRefusal } from './answerAboutRefusal.ts';
import { changeMind } from './changeMind.ts';
import { checkEligibility } from './checkEligibility.ts';
import { claimCode } from './claimCode.ts';
import { control, isControl } from './control.ts';
import { send, textOf } from './conversation.ts';
import { readCorrection } from './correction.ts';
import { isCrisis, sayCrisis } from './crisis.ts';
import { declineReturn } from './declineReturn.ts';
import { discardOutdated } from './discardOutdated.ts';
import { dontKnow, isOutOfScope, offer, sayOutOfScope } from './dontKnow.ts';
import { asksToEraseMyData, eraseMyData, eraseMyDataId } from './eraseMyData.ts';
import { greetIfNew } from './greet.ts';
import type { Memory } from './memory.ts';
import { asksForMyData, myData, myDataId } from './myData.ts';
import { onEvent } from './onEvent.ts';
import { otherLanguageOf, sayOtherLanguage } from './otherLanguage.ts';
import { warnOfPersonalData } from './personalDataWarning.ts';
import { readPick } from './prompts/pick.ts';
import { isWordingOf } from './prompts/wordings.ts';
import { YesNo, yesNoId } from './prompts/yesNo.ts';
import { readMessage, surely } from './readMessage.ts';
import { remindCode } from './remindCode.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import { rephrase } from './rephrase.ts';
import type { Services } from './services.ts';
import { beginJourney } from './startJourney.ts';
import { verdictOf } from './verdict.ts';
import { SignInDialog, signInId } from './signIn.ts';
import { signOutStranger } from './signOutStranger.ts';
import { talkOfSignInAside } from './signInTalk.ts';
import { answeredWhileErasing } from './whileErasing.ts';

/** Routes one turn of a conversation to what answers it. */
export type Root = (context: TurnContext, memory: Memory) => Promise<void>;

/**
 * Our dialogs use no memory paths; these two are what the SDK itself looks into. Without this it builds
 * all its scopes anew in every turn, which costs as much as understanding the message.
 */
const dialogMemory: DialogStateManagerConfiguration = {
  memoryScopes: [new TurnMemoryScope(), new DialogMemoryScope()],
  pathResolvers: [],
};

/** What a message can mean in its conversation alone; asked in this order, before control words. */
const answersFirst = [signOutStranger, answerAboutRefusal, declineReturn, changeMind];

/**
 * The way of a message, in this order: personal data, control word, answer to the open prompt, choice
 * among suggestions, action, FAQ, small talk, the don't-know ladder. Questions are answered in the
 * middle of any journey; the open question is then asked again.
 */
export function createRoot(services: Services, stack: StatePropertyAccessor<DialogState>): Root {
  const yesNo = new YesNo(services);
  const signIn = new SignInDialog(services);
  const dialogs = new DialogSet(stack);
  dialogs.add(checkEligibility(services));
  dialogs.add(claimCode(services));
  dialogs.add(remindCode(services));
  dialogs.add(myData(services));
  dialogs.add(eraseMyData(services));
  dialogs.add(signIn);
  dialogs.add(yesNo);

  async function turn(context: TurnContext, memory: Memory): Promise<void> {
    context.turnState.set('DialogStateManagerConfiguration', dialogMemory);
    const dc = await dialogs.createContext(context);
    const lost = await discardOutdated(dc, services);
    if (lost && answersSomething(textOf(dc))) return;
    const wasGreeted = await greetIfNew(context, memory, services);
    if (context.activity.type === 'event') await onEvent(dc, services);
    const isMessage = context.activity.type === 'message';
    if (isMessage && !(wasGreeted && isOpening(textOf(dc)))) await onMessage(dc, memory);
    memory.verdict = verdictOf(context) ?? memory.verdict;
  }

  return (context, memory) =>
    turn(context, memory).catch((error: unknown) => {
      throw thrownBy(error);
    });

  async function onMessage(dc: DialogContext, memory: Memory): Promise<void> {
    const { context } = dc;
    const typed = textOf(dc);
    const offered = memory.offered;
    memory.offered = [];

    if (typed === '') {
      await send(context, { id: 'root.textOnly', text: services.texts.say('root.textOnly') });
      return repeatOpenQuestion(dc);
    }
    if (isCrisis(typed, services)) return sayCrisis(dc, services);
    const text = await warnOfPersonalData(typed, context, services);
    if (text === '') return repeatOpenQuestion(dc);

    if (asksForMyData(text, services)) return beginJourney(myDataId, dc);
    if (asksToEraseMyData(text, services)) return beginJourney(eraseMyDataId, dc);
    for (const answerFirst of answersFirst) {
      if (await answerFirst(text, dc, memory, services)) return;
    }
    const exact = services.readExactly(text);
    if (exact && isControl(exact)) return control(exact, dc, memory, services);
    const correction = readCorrection(text, services);
    if (!dc.activeDialog && (correction === '' || (offered.length === 0 && saysWrong(text)))) {
      return rephrase(context, services);
    }
    const takesNone =
      offered.length > 0 && isWordingOf(text, services.texts.say('pick.noneButton'));
    if (!correction && !takesNone && answersOpenPrompt(dc, text)) {
      await dc.continueDialog();
      return;
    }
    if (await talkOfSignInAside(text, dc, services)) return;
    const language = exact && !isOutOfScope(exact) ? null : otherLanguageOf(text, services);
    if (language) {
      await sayOtherLanguage(language, context, services);
      return repeatOpenQuestion(dc);
    }

    const pick = offered.length > 0 ? readPick(text, offered, services) : null;
    if (pick === 'which') return offer(offered, dc, memory, services);
    if (pick === 'none') {
      await dontKnow(null, dc, memory, services);
      return repeatOpenQuestion(dc);
    }
    if (pick && isOutOfScope(pick)) {
      await sayOutOfScope(pick, dc, services);
      return repeatOpenQuestion(dc);
    }
    const wish = correction || text;
    if (!pick && isAcknowledgement(text, services) && exact !== 'confirm.yes') {
      return dc.activeDialog ? void (await dc.continueDialog()) : acknowledge(dc, memory, services);
    }
    const reading = pick ? surely(pick) : readMessage(wish, memory, services);
    if (await answeredWhileErasing(wish, reading.intents, dc, services)) return;
    await answer({ ...reading, text: wish, isAnswered: text !== typed }, dc, memory, services);
  }

  function answersOpenPrompt(dc: DialogContext, text: string): boolean {
    const open = dc.activeDialog;
    if (open?.id === yesNoId) return yesNo.isFor(text, open);
    return open?.id === signInId && signIn.isFor(text, open);
  }

  /** An answer to a question that is gone: it means nothing any more. */
  function answersSomething(text: string): boolean {
    return yesNo.reads(text) !== null || signIn.reads(text);
  }

  function saysWrong(text: string): boolean {
    return isWordingOf(text, services.texts.say('correction.wordings'));
  }

  /** A message that the introduction answers: "dzień dobry", "od nowa", "mam pytanie". */
  function isOpening(text: string): boolean {
    const exact = services.readExactly(text);
    if (exact === 'chat.greet' || exact === 'control.restart') return true;
    return isWordingOf(text, services.texts.say('greet.announcements'));
  }
}

/** What a dialog threw, which the SDK wraps in an error without a code or a cause. */
function thrownBy(error: unknown): unknown {
  return error instanceof DialogContextError ? thrownBy(error.error) : error;
}
