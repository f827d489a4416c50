import type { DialogContext } from 'botbuilder-dialogs';
import { acknowledge, isAcknowledgement } from './acknowledge.ts';
import { answer } from './answer.ts';
import { answerAboutRefusal } from './verdict/answerAboutRefusal.ts';
import { changeMind } from './journeys/changeMind.ts';
import { control, isControl } from './control.ts';
import { send, textOf } from './conversation.ts';
import { readCorrection } from './readCorrection.ts';
import { isCrisis, sayCrisis } from './crisis.ts';
import { declineReturn } from './journeys/declineReturn.ts';
import { dontKnow, isOutOfScope, offer, sayOutOfScope } from './dontKnow.ts';
import { asksToEraseMyData, eraseMyDataId } from './journeys/eraseMyData.ts';
import type { Memory } from './memory.ts';
import type { Answer, Message } from './message.ts';
import { asksForMyData, myDataId } from './journeys/myData.ts';
import { answerInOtherLanguage } from './answerInOtherLanguage.ts';
import { warnOfPersonalData } from './warnOfPersonalData.ts';
import { readPick } from './prompts/pick.ts';
import { isWordingOf } from './prompts/wordings.ts';
import { readMessage, surely, type MessageReading } from './readMessage.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import { rephraseWhenWrong } from './rephraseWhenWrong.ts';
import type { Services } from './services.ts';
import { talkOfSignInAside } from './signIn/signInTalk.ts';
import { signOutStranger } from './signIn/signOutStranger.ts';
import { beginJourney } from './journeys/startJourney.ts';
import { VersionedDialog } from './versionedDialog.ts';
import { isTooLong, readablePart, sayTooLong } from './tooLong.ts';
import { answeredWhileErasing } from './journeys/whileErasing.ts';

/**
 * The way of a message: the first one that it is for answers it. What its words mean in this
 * conversation alone comes before what they mean anywhere.
 */
const way: readonly Answer[] = [
  beginWithOwnData,
  signOutStranger,
  answerAboutRefusal,
  declineReturn,
  changeMind,
  obeyControlWord,
  rephraseWhenWrong,
  continueOpenPrompt,
  talkOfSignInAside,
  answerInOtherLanguage,
  takePick,
  takeNote,
  answerWhatItAsks,
];

/**
 * Answers a message. A cry for help comes before anything else, and no personal data goes further.
 * Questions are answered in the middle of any journey; the open question is then asked again.
 */
export async function onMessage(
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const typed = textOf(dc);
  const { offered } = memory;
  memory.offered = [];
  if (typed === '') {
    await send(dc.context, { id: 'root.textOnly', text: services.texts.say('root.textOnly') });
    return repeatOpenQuestion(dc);
  }
  if (isCrisis(readablePart(typed), services)) return sayCrisis(dc, services);
  if (isTooLong(typed)) return sayTooLong(dc, services);
  const text = await warnOfPersonalData(typed, dc.context, services);
  if (text === '') return repeatOpenQuestion(dc);

  const message: Message = {
    text,
    offered,
    exact: services.readExactly(text),
    correction: readCorrection(text, services),
    isAnswered: text !== typed,
  };
  for (const answers of way) if (await answers(message, dc, memory, services)) return;
}

async function beginWithOwnData(
  { text }: Message,
  dc: DialogContext,
  _memory: Memory,
  services: Services,
): Promise<boolean> {
  if (asksForMyData(text, services)) await beginJourney(myDataId, dc);
  else if (asksToEraseMyData(text, services)) await beginJourney(eraseMyDataId, dc);
  else return false;
  return true;
}

async function obeyControlWord(
  { exact }: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  if (!exact || !isControl(exact)) return false;
  await control(exact, dc, memory, services);
  return true;
}

async function continueOpenPrompt(
  { text, correction, offered }: Message,
  dc: DialogContext,
  _memory: Memory,
  services: Services,
): Promise<boolean> {
  const open = dc.activeDialog;
  if (!open || correction) return false;
  if (offered.length > 0 && isWordingOf(text, services.texts.say('pick.noneButton'))) return false;
  const dialog = dc.dialogs.find(open.id);
  if (!(dialog instanceof VersionedDialog && dialog.isFor(text, open))) return false;
  await dc.continueDialog();
  return true;
}

/** A choice among what was offered just before. */
async function takePick(
  message: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  const { text, offered } = message;
  const pick = offered.length > 0 ? readPick(text, offered, services) : null;
  if (!pick) return false;
  if (pick === 'which') {
    await offer(offered, dc, memory, services);
  } else if (pick === 'none' || isOutOfScope(pick)) {
    if (pick === 'none') await dontKnow(null, dc, memory, services);
    else await sayOutOfScope(pick, dc, services);
    await repeatOpenQuestion(dc);
  } else {
    await answerAs(surely(pick), message, dc, memory, services);
  }
  return true;
}

/** "Aha, rozumiem." With a question open it is an answer gone wrong. */
async function takeNote(
  { text, exact }: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  if (exact === 'confirm.yes' || !isAcknowledgement(text, services)) return false;
  if (dc.activeDialog) await dc.continueDialog();
  else await acknowledge(dc, memory, services);
  return true;
}

async function answerWhatItAsks(
  message: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  const reading = readMessage(message.correction || message.text, memory, services);
  await answerAs(reading, message, dc, memory, services);
  return true;
}

async function answerAs(
  reading: MessageReading,
  { text, correction, isAnswered }: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const wish = correction || text;
  if (await answeredWhileErasing(wish, reading.intents, dc, services)) return;
  await answer({ ...reading, text: wish, isAnswered }, dc, memory, services);
}
