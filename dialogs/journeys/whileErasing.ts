import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent } from '../../src/understanding/index.ts';
import { send } from '../conversation.ts';
import { eraseMyDataId } from './eraseMyData.ts';
import { yesNoId } from '../prompts/yesNo.ts';
import { repeatOpenQuestion } from '../repeatOpenQuestion.ts';
import type { Services } from '../services.ts';
import { isAction } from './startJourney.ts';

/**
 * Keeps "usuń moje dane" from being lost in silence. "A co z moim kodem?" at its question is answered
 * and the question asked again: true. Another journey that is plainly wished for is announced: false.
 */
export async function answeredWhileErasing(
  text: string,
  intents: readonly Intent[],
  dc: DialogContext,
  services: Services,
): Promise<boolean> {
  const isErasing = dc.stack.some(({ id }) => id === eraseMyDataId);
  if (!isErasing || !intents.some(isAction)) return false;
  const { texts, readExactly } = services;
  const asksAside = dc.activeDialog?.id === yesNoId && !isAction(readExactly(text) ?? '');
  const id = asksAside ? 'whileErasing.codeStays' : 'whileErasing.left';
  await send(dc.context, { id, text: texts.say(id) });
  if (asksAside) await repeatOpenQuestion(dc);
  return asksAside;
}
