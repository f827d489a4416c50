import type { DialogContext } from 'botbuilder-dialogs';
import { send } from './conversation.ts';
import { hasWordOf } from './prompts/wordings.ts';
import { hasWordsTogether } from './prompts/wordsTogether.ts';
import type { Services } from './services.ts';

/** True when a reader writes of wanting to die, of hurting themselves or being hurt: then nothing else matters. */
export function isCrisis(text: string, { texts: { say } }: Pick<Services, 'texts'>): boolean {
  return hasWordsTogether(text, say('crisis.wordings')) && !hasWordOf(text, say('crisis.jokes'));
}

/** Says where help is, and leaves whatever was open: nothing is asked of this reader now. */
export async function sayCrisis(dc: DialogContext, { texts }: Services): Promise<void> {
  await dc.cancelAllDialogs();
  await send(dc.context, { id: 'crisis.help', text: texts.say('crisis.help') });
}
