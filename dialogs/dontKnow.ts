import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent, Understanding } from '../src/understanding/index.ts';
import { mainButtons } from './mainButtons.ts';
import { buttonsOf, send } from './conversation.ts';
import { contactLines } from './handOver.ts';
import type { Memory } from './memory.ts';
import type { Services } from './services.ts';

/** What is said to a message that is about nothing the bot knows, the first time, the second, … */
const rungs = ['other', 'second', 'again', 'short'] as const;

type Kind = 'library' | 'legimi' | 'beside' | (typeof rungs)[number];

/**
 * The ladder below "sure": at most three suggestions as buttons; otherwise say so, give the contact
 * and keep the question for the librarians. Only a message about nothing at all is a miss: with each
 * one in a row less is said. `reading` is `null` when the reader refused all suggestions.
 */
export async function dontKnow(
  reading: Understanding | null,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const offers = reading ? offersOf(reading) : [];
  if (offers.some((intent) => !isOutOfScope(intent))) return offer(offers, dc, memory, services);

  if (reading) await services.keepUnanswered(reading.text);
  const kind = kindOf(reading?.intent);
  memory.misses = kind === 'other' ? memory.misses + 1 : 0;
  const rung = dc.activeDialog ? 'beside' : (rungs[memory.misses - 1] ?? 'short');
  await admit(kind === 'other' ? rung : kind, dc.context, services);
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

async function admit(kind: Kind, context: TurnContext, services: Services): Promise<void> {
  const { texts, library } = services;
  const isLate = kind === 'again' || kind === 'short';
  await send(context, {
    id: `dontKnow.${kind}`,
    text: texts.say(`dontKnow.${kind}`, {
      library: library.shortName,
      contact: contactLines(services),
    }),
    buttons: isLate ? buttonsOf(services, 'control.help', 'control.human') : mainButtons(services),
  });
}

/**
 * Offers what the reader may have meant, as buttons. In front of an open question, whose buttons will
 * take their place, they are named as well.
 */
export async function offer(
  offers: readonly Intent[],
  { context, activeDialog }: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  memory.offered = offers;
  const { say } = services.texts;
  const labels = buttonsOf(services, ...offers);
  const options = labels.map((label) => say('dontKnow.option', { label })).join(', ');
  await send(context, {
    id: activeDialog ? 'dontKnow.suggestBeside' : 'dontKnow.suggest',
    text: activeDialog
      ? say('dontKnow.suggestBeside', { options })
      : say('dontKnow.suggest', { count: offers.length }),
    buttons: [...labels, say('pick.noneButton')],
  });
}

/** What the reader may have meant, as far as it is worth offering. */
export function offersOf({ decision, suggestions }: Understanding): readonly Intent[] {
  return decision === 'suggest' ? suggestions.filter(isWorthOffering) : [];
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
export function kindOf(intent: string | undefined): 'library' | 'legimi' | 'other' {
  if (intent === 'outOfScope.library') return 'library';
  return intent === 'outOfScope.legimi' ? 'legimi' : 'other';
}
