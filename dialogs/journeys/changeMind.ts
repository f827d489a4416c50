import type { DialogContext } from 'botbuilder-dialogs';
import { claimCodeId } from './claimCode.ts';
import { control } from '../control.ts';
import { buttonsOf, send } from '../conversation.ts';
import type { Memory } from '../memory.ts';
import type { Message } from '../message.ts';
import { isWordingOf } from '../prompts/wordings.ts';
import type { Services } from '../services.ts';
import { isAction, startJourney } from './startJourney.ts';

/**
 * "Nie chcę kodu" leaves the claim, or promises that there is none; "jednak chcę" after that takes the
 * last journey up again. False for any other message.
 */
export async function changeMind(
  { text }: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  const { say } = services.texts;
  const isClaiming = dc.stack.some(({ id }) => id === claimCodeId);
  const action = memory.topic ?? '';
  if (isWordingOf(text, say('changeMind.refusals')) && (isClaiming || !dc.activeDialog)) {
    if (isClaiming) await control('control.cancel', dc, memory, services);
    else await promiseNone(dc, services);
    return true;
  }
  if (!isWordingOf(text, say('changeMind.afterAll')) || dc.activeDialog || !isAction(action)) {
    return false;
  }
  await startJourney(action, dc, memory);
  return true;
}

async function promiseNone({ context }: DialogContext, services: Services): Promise<void> {
  await send(context, {
    id: 'claimCode.notTaken',
    text: services.texts.say('claimCode.notTaken'),
    buttons: buttonsOf(services, 'action.claim', 'action.check', 'faq.when'),
  });
}
