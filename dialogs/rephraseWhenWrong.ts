import type { DialogContext } from 'botbuilder-dialogs';
import { send } from './conversation.ts';
import { mainButtons } from './mainButtons.ts';
import type { Memory } from './memory.ts';
import type { Message } from './message.ts';
import { isWordingOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';

/**
 * Asks anew who says that the bot understood wrongly, but not what was meant: "nie to". With a question
 * open that is an answer to it, and with suggestions a choice.
 */
export async function rephraseWhenWrong(
  { text, correction, offered }: Message,
  dc: DialogContext,
  _memory: Memory,
  services: Services,
): Promise<boolean> {
  const { say } = services.texts;
  const refuses = offered.length === 0 && isWordingOf(text, say('correction.wordings'));
  if (dc.activeDialog || (correction !== '' && !refuses)) return false;
  await send(dc.context, {
    id: 'correction.rephrase',
    text: say('correction.rephrase'),
    buttons: mainButtons(services),
  });
  return true;
}
