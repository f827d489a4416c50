import type { TurnContext } from 'botbuilder';
import { mainButtons } from './mainButtons.ts';
import { send } from './conversation.ts';
import type { Services } from './services.ts';

/** The reader says that the bot understood wrongly, but not what was meant. */
export async function rephrase(context: TurnContext, services: Services): Promise<void> {
  await send(context, {
    id: 'correction.rephrase',
    text: services.texts.say('correction.rephrase'),
    buttons: mainButtons(services),
  });
}
