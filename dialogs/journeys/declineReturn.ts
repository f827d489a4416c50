import type { DialogContext } from 'botbuilder-dialogs';
import { buttonsOf, send } from '../conversation.ts';
import { contactLines } from '../handOver.ts';
import type { Memory } from '../memory.ts';
import type { Message } from '../message.ts';
import { fitsPattern } from '../prompts/fitsPattern.ts';
import { repeatOpenQuestion } from '../repeatOpenQuestion.ts';
import type { Services } from '../services.ts';

/**
 * Answers who wants to give a code back or to change it: that cannot be done here. "Anuluj kod" with
 * nothing open means such a code, and "Anulowano" would be untrue. False for any other message.
 */
export async function declineReturn(
  { text }: Message,
  dc: DialogContext,
  _memory: Memory,
  services: Services,
): Promise<boolean> {
  const { say } = services.texts;
  const takesBack = !dc.activeDialog && fitsPattern(text, say('declineReturn.cancelling'));
  if (!takesBack && !fitsPattern(text, say('declineReturn.returning'))) return false;
  await send(dc.context, {
    id: 'declineReturn.cannot',
    text: say('declineReturn.cannot', { contact: contactLines(services) }),
    buttons: buttonsOf(services, 'action.remind', 'faq.activation', 'control.human'),
  });
  await repeatOpenQuestion(dc);
  return true;
}
