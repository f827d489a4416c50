import type { TurnContext } from 'botbuilder';
import { mainButtons } from './mainButtons.ts';
import { send } from './conversation.ts';
import { mustIntroduce, type Memory } from './memory.ts';
import type { Services } from './services.ts';

/**
 * Introduces the bot once a conversation, and again after a long pause: an automatic assistant must
 * say what it is (AI Act art. 50(1); Messenger's rules ask the same). True when it did.
 */
export async function greetIfNew(
  context: TurnContext,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  const now = services.clock();
  const hasMessage = context.activity.type === 'message';
  const isNew = (hasMessage || readerJoined(context)) && mustIntroduce(memory, now);
  if (isNew) await introduce(context, memory, services);
  if (hasMessage) memory.lastMessageAt = now.toISOString();
  return isNew;
}

export async function introduce(
  context: TurnContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const { texts, library, clock } = services;
  const isFirst = memory.greetedAt === null;
  memory.greetedAt = clock().toISOString();
  await send(context, {
    id: isFirst ? 'greet.first' : 'greet.again',
    text: isFirst
      ? texts.say('greet.first', {
          library: library.shortName,
          privacyPage: services.privacyUrl,
        })
      : texts.say('greet.again', { library: library.shortName }),
    buttons: mainButtons(services),
  });
}

/** Clients announce members in any order, one or two updates, the bot itself included. */
function readerJoined({ activity }: TurnContext): boolean {
  return (
    activity.type === 'conversationUpdate' &&
    (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient.id)
  );
}
