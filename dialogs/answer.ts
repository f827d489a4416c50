import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent } from '../src/understanding/index.ts';
import { answerAboutOwnCode } from './answerAboutOwnCode.ts';
import { answerWithDate } from './answerWithDate.ts';
import { answerQuestion } from './answerQuestion.ts';
import { control, isControl } from './control.ts';
import { mainButtons } from './mainButtons.ts';
import { send } from './conversation.ts';
import { dontKnow } from './dontKnow.ts';
import type { Memory } from './memory.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import type { Services } from './services.ts';
import { smallTalk } from './smallTalk.ts';
import { isAction, startJourney } from './startJourney.ts';

/** A message as it was read: what it surely asks for, and its words for when that is nothing. */
export type ReadMessage = {
  readonly intents: readonly Intent[];
  readonly text: string;
  /** True when the bot has already answered something of it. */
  readonly isAnswered: boolean;
};

/** Answers what a message asks for: all its questions, then the one action, or the ladder below. */
export async function answer(
  { intents, text, isAnswered }: ReadMessage,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const questions = intents.filter((intent) => intent.startsWith('faq.'));
  const action = intents.find(isAction);
  const controlWord = intents.find(isControl);
  const small = intents.find((intent) => intent.startsWith('chat.'));
  if (questions.length > 0 || action || controlWord || small) memory.misses = 0;

  for (const question of questions) {
    const isAnsweredForReader =
      (await answerWithDate(dc.context, question, text, services)) ||
      (await answerAboutOwnCode(dc.context, question, text, services));
    if (!isAnsweredForReader) {
      await answerQuestion(dc.context, question.slice('faq.'.length), services);
    }
    memory.topic = question;
  }
  if (action) return startJourney(action, dc, memory);
  if (questions.length > 0) return repeatOpenQuestion(dc);
  if (controlWord) return control(controlWord, dc, memory, services);
  if (small) {
    await smallTalk(small, dc.context, services);
    return repeatOpenQuestion(dc);
  }
  if (isAnswered) return repeatOpenQuestion(dc);
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
