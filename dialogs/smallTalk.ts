import type { TurnContext } from 'botbuilder';
import { mainButtons } from './mainButtons.ts';
import { send } from './conversation.ts';
import type { Services } from './services.ts';

const kinds = ['greet', 'thanks', 'bye', 'insult', 'bot'] as const;

/** A short human answer that leads back to what the bot is for. */
export async function smallTalk(
  intent: string,
  context: TurnContext,
  services: Services,
): Promise<void> {
  const kind = kinds.find((name) => intent === `chat.${name}`) ?? 'greet';
  const id = `smallTalk.${kind}` as const;
  await send(context, { id, text: services.texts.say(id), buttons: mainButtons(services) });
}
