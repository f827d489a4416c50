import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent, Understanding } from '../src/understanding/index.ts';
import { control } from './control.ts';
import { dontKnow, isOutOfScope } from './dontKnow.ts';
import type { Memory } from './memory.ts';
import { fitsPattern } from './prompts/fitsPattern.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import type { Services } from './services.ts';
import { signInId } from './signIn/signIn.ts';

/**
 * Answers what the bot is not sure of while a question of its own is open: an answer gone wrong goes to
 * that question; anything else gets suggestions or an honest don't-know, and then the open question.
 */
export async function answerInTheMiddle(
  intents: readonly Intent[],
  reading: Understanding | undefined,
  text: string,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const refuses =
    intents.includes('confirm.no') || fitsPattern(text, services.texts.say('signIn.refusals'));
  if (dc.activeDialog?.id === signInId && refuses) {
    return control('control.cancel', dc, memory, services);
  }
  if (!reading || isAnswerGoneWrong(reading, text)) {
    await dc.continueDialog();
    return;
  }
  await dontKnow(reading, dc, memory, services);
  return repeatOpenQuestion(dc);
}

/** A few words that ask nothing and are about nothing: meant for the question that is open. */
function isAnswerGoneWrong(
  { decision, intent, suggestions }: Understanding,
  text: string,
): boolean {
  if (decision === 'suggest') return isTalk(intent) || suggestions.every(isTalk);
  if (isOutOfScope(intent) && intent !== 'outOfScope.other') return false;
  return !text.includes('?') && text.split(/\s+/u).length <= longestAnswer;
}

function isTalk(intent: Intent): boolean {
  return intent.startsWith('confirm.') || intent.startsWith('chat.');
}

/** Words up to which a message that nobody understands is taken for an answer. */
const longestAnswer = 3;
