import type { TurnContext } from 'botbuilder';
import { mainButtons } from './mainButtons.ts';
import { buttonsOf, chatOf, send } from './conversation.ts';
import { mustIntroduce, type Memory } from './memory.ts';
import type { FaqEntry } from '../src/text/index.ts';
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
  const subject = texts.faq.get(services.subjectOf?.(chatOf(context)) ?? '');
  const isFirst = memory.greetedAt === null;
  memory.greetedAt = clock().toISOString();
  await send(context, {
    id: isFirst ? 'greet.first' : 'greet.again',
    text: isFirst
      ? [
          texts.say('greet.first', {
            library: library.shortName,
            privacyPage: services.privacyUrl,
          }),
          ...(subject ? [texts.say('greet.subject', { title: subject.title })] : []),
        ].join('\n')
      : texts.say('greet.again', { library: library.shortName }),
    buttons: subject ? subjectButtons(subject, services) : mainButtons(services),
  });
}

/** The subject of the page first, then what is next to it, then what the bot is for. */
function subjectButtons(subject: FaqEntry, services: Services): readonly string[] {
  const questions = [subject.id, ...subject.followUps.slice(0, 2)].map((id) => `faq.${id}`);
  return buttonsOf(services, ...questions, 'action.check', 'action.claim');
}

/** Clients announce members in any order, one or two updates, the bot itself included. */
function readerJoined({ activity }: TurnContext): boolean {
  return (
    activity.type === 'conversationUpdate' &&
    (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient.id)
  );
}
