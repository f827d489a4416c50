import type { DialogContext } from 'botbuilder-dialogs';
import { buttonsOf, send } from './conversation.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import type { Services } from './services.ts';

/** Characters of a message that the bot reads. Channels that cut pass on more, so that the bot can tell. */
const limit = 4000;

/** What the bot reads of a message. */
export function readablePart(typed: string): string {
  return typed.slice(0, limit);
}

export function isTooLong(typed: string): boolean {
  return typed.length > limit;
}

/** Asks for the same in fewer words, and then the open question again. */
export async function sayTooLong(dc: DialogContext, services: Services): Promise<void> {
  await send(dc.context, {
    id: 'root.tooLong',
    text: services.texts.say('root.tooLong', { limit: String(limit) }),
    ...(dc.activeDialog ? {} : { buttons: buttonsOf(services, 'control.help', 'control.human') }),
  });
  await repeatOpenQuestion(dc);
}
