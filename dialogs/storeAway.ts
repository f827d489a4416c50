import type { TurnContext } from 'botbuilder';
import { buttonsOf, send } from './conversation.ts';
import type { Services } from './services.ts';

/** Says what the bot cannot do while it cannot reach what is kept, and what it can. */
export async function sayStoreAway(context: TurnContext, services: Services): Promise<void> {
  await send(context, {
    id: 'root.storeAway',
    text: services.texts.say('root.storeAway'),
    buttons: buttonsOf(services, 'faq.when', 'faq.conditions', 'control.human'),
  });
}

/** What `ask` tells, or `null` while the store it asks takes no part: for what can do without. */
export async function unlessStoreAway<Told>(
  ask: () => Promise<Told | null>,
  { isStoreAway }: Pick<Services, 'isStoreAway'>,
): Promise<Told | null> {
  try {
    return await ask();
  } catch (error) {
    if (isStoreAway?.(error)) return null;
    throw error;
  }
}
