import type { DialogContext } from 'botbuilder-dialogs';
import { dayOf } from '../src/rules/index.ts';
import type { Intent } from '../src/understanding/index.ts';
import { acknowledge, isAcknowledgement } from './acknowledge.ts';
import { answerAboutOwnChance } from './ownCode/answerAboutOwnChance.ts';
import { answerAboutOwnCode } from './ownCode/answerAboutOwnCode.ts';
import { answerBareDate, answerWithDate } from './dates/answerWithDate.ts';
import { answerInTheMiddle } from './answerInTheMiddle.ts';
import { answerQuestion } from './answerQuestion.ts';
import { control, isControl } from './control.ts';
import { datedMessage } from './dates/datedMessage.ts';
import { mainButtons } from './mainButtons.ts';
import { send } from './conversation.ts';
import { dontKnow } from './dontKnow.ts';
import type { Memory } from './memory.ts';
import type { MessageReading } from './readMessage.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import type { Services } from './services.ts';
import { sayWhatIsNotKnown } from './sayWhatIsNotKnown.ts';
import { smallTalk } from './smallTalk.ts';
import { isAction, startJourney } from './journeys/startJourney.ts';

/** A message as it was read, and its words. */
export type ReadMessage = MessageReading & {
  readonly text: string;
  /** True when the bot has already answered something of it. */
  readonly isAnswered: boolean;
};

/** Answers what a message asks for: all its questions, then the one action, or the ladder below. */
export async function answer(
  { intents, parts, text, isAnswered }: ReadMessage,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const questions = intents.filter((intent) => intent.startsWith('faq.'));
  const action = intents.find(isAction);
  const controlWord = intents.find(isControl);
  const small = intents.find((intent) => intent.startsWith('chat.'));
  if (questions.length > 0 || action || controlWord || small) memory.misses = 0;
  const { asksForMore } = memory;
  memory.asksForMore = small === 'chat.thanks';

  const message = datedMessage(text, dayOf(services.clock()));
  if (await answerBareDate(dc.context, message, memory, services)) {
    memory.misses = 0;
    return repeatOpenQuestion(dc);
  }
  for (const question of questions) {
    const isAnsweredForReader =
      (await answerWithDate(dc.context, question, message, memory, services)) ||
      (await answerAboutOwnCode(dc.context, question, text, services)) ||
      (await answerAboutOwnChance(dc.context, question, text, services));
    if (!isAnsweredForReader) {
      await answerQuestion(dc.context, question.slice('faq.'.length), services);
    }
    memory.topic = question;
  }
  if (intents.length > 0) await sayWhatIsNotKnown(intents, parts, dc, memory, services);
  if (action) memory.dateQuestion = null;
  if (action) return startJourney(action, dc, memory);
  if (controlWord) return control(controlWord, dc, memory, services);
  if (small === 'chat.bye') await dc.cancelAllDialogs();
  if (small) await smallTalk(small, dc.context, services);
  if (questions.length > 0 || small || isAnswered) return repeatOpenQuestion(dc);

  const [reading] = parts;
  if (dc.activeDialog) return answerInTheMiddle(intents, reading, text, dc, memory, services);
  const [confirmation] = intents.filter((intent) => intent.startsWith('confirm.'));
  if (confirmation && asksForMore) {
    const reply = confirmation === 'confirm.no' ? 'chat.bye' : 'chat.greet';
    return smallTalk(reply, dc.context, services);
  }
  if (confirmation) return confirmNothing(confirmation, text, dc, memory, services);
  await dontKnow(reading ?? null, dc, memory, services);
}

/** "Tak" right after the check means the code, if there can be one; otherwise nothing was asked. */
async function confirmNothing(
  confirmation: Intent,
  text: string,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const isYes = confirmation === 'confirm.yes';
  const told = isAction(memory.topic ?? '') ? memory.verdict?.told : undefined;
  if (isYes && told === 'eligible') return startJourney('action.claim', dc, memory);
  if (isAcknowledgement(text, services) || (isYes && told)) {
    return acknowledge(dc, memory, services);
  }
  await send(dc.context, {
    id: 'root.nothingAsked',
    text: services.texts.say('root.nothingAsked'),
    buttons: mainButtons(services),
  });
}
