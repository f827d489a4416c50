import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent, Understanding } from '../src/understanding/index.ts';
import { mainButtons } from './mainButtons.ts';
import { buttonsOf, send } from './conversation.ts';
import { contactLines } from './handOver.ts';
import type { Memory } from './memory.ts';
import type { Services } from './services.ts';

/** Misses in a row after which the contact to a person comes first. */
const manyMisses = 2;

/**
 * The ladder below "sure": at most three suggestions as buttons; otherwise say so, give the contact
 * and keep the question for the librarians. `reading` is `null` when the reader refused all suggestions.
 */
export async function dontKnow(
  reading: Understanding | null,
  { context }: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const offers = reading?.decision === 'suggest' ? reading.suggestions.filter(isWorthOffering) : [];
  if (offers.some((intent) => !isOutOfScope(intent)) && memory.misses < manyMisses) {
    memory.misses += 1;
    return offer(offers, context, memory, services);
  }

  memory.misses += 1;
  if (reading) await services.keepUnanswered(reading.text);
  await admit(memory.misses > manyMisses ? 'again' : kindOf(reading?.intent), context, services);
}

/** What the reader chose among the suggestions is nothing the bot knows: who does. */
export async function sayOutOfScope(
  intent: Intent,
  { context }: DialogContext,
  services: Services,
): Promise<void> {
  await admit(kindOf(intent), context, services);
}

export function isOutOfScope(intent: Intent): boolean {
  return intent.startsWith('outOfScope.');
}

async function admit(
  kind: 'library' | 'legimi' | 'other' | 'again',
  context: TurnContext,
  services: Services,
): Promise<void> {
  const { texts, library } = services;
  await send(context, {
    id: `dontKnow.${kind}`,
    text: texts.say(`dontKnow.${kind}`, {
      library: library.shortName,
      contact: contactLines(services),
    }),
    buttons: mainButtons(services),
  });
}

/** Offers what the reader may have meant, as buttons. */
export async function offer(
  offers: readonly Intent[],
  context: TurnContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  memory.offered = offers;
  await send(context, {
    id: 'dontKnow.suggest',
    text: services.texts.say('dontKnow.suggest', { count: offers.length }),
    buttons: [...buttonsOf(services, ...offers), services.texts.say('pick.noneButton')],
  });
}

/**
 * "Czy chodzi o: tak?" would be no help: only topics, actions, controls and what others know are
 * offered. For any other topic there is the button "none of these".
 */
function isWorthOffering(intent: Intent): boolean {
  const isTalk = intent.startsWith('chat.') || intent.startsWith('confirm.');
  return !isTalk && intent !== 'outOfScope.other';
}

/** What the bot says it is not for, by the best guess among the out-of-scope topics. */
function kindOf(intent: string | undefined): 'library' | 'legimi' | 'other' {
  if (intent === 'outOfScope.library') return 'library';
  return intent === 'outOfScope.legimi' ? 'legimi' : 'other';
}
