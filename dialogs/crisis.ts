import type { DialogContext } from 'botbuilder-dialogs';
import { send } from './conversation.ts';
import { fitsPattern } from './prompts/fitsPattern.ts';
import type { Services } from './services.ts';

/** Other words that may stand among those of a cry for help: "nie mam już naprawdę siły żyć". */
const wordsBetween = 3;

/** True when a reader writes of wanting to die, of hurting themselves or being hurt: then nothing else matters. */
export function isCrisis(text: string, { texts: { say } }: Pick<Services, 'texts'>): boolean {
  return (
    fitsPattern(text, say('crisis.wordings'), { wordsBetween }) &&
    !fitsPattern(text, say('crisis.jokes'))
  );
}

/** Says where help is, and leaves whatever was open: nothing is asked of this reader now. */
export async function sayCrisis(dc: DialogContext, { texts }: Services): Promise<void> {
  await dc.cancelAllDialogs();
  await send(dc.context, { id: 'crisis.help', text: texts.say('crisis.help') });
}
