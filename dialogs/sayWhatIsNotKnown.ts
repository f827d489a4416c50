import type { TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent, Understanding } from '../src/understanding/index.ts';
import { buttonsOf, send } from './conversation.ts';
import { isOutOfScope, kindOf, offer, offersOf } from './dontKnow.ts';
import { contactLines } from './handOver.ts';
import { mainButtons } from './mainButtons.ts';
import type { Memory } from './memory.ts';
import type { Services } from './services.ts';

/** Which of the reader's questions: the words for it are in the locale. */
const places = ['first', 'second', 'third'] as const;
type Which = (typeof places)[number] | 'other';

type Part = Understanding & { readonly which: Which };

/**
 * Says which of several questions were not answered, one message for those of a kind, and asks last
 * about one that may be understood yet. `answered` is what the reader got an answer to.
 */
export async function sayWhatIsNotKnown(
  answered: readonly Intent[],
  parts: readonly Understanding[],
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const unanswered = parts
    .map((part, position): Part => ({ ...part, which: places[position] ?? 'other' }))
    .filter(({ decision }) => decision !== 'answer');
  const offersFor = (part: Part): readonly Intent[] => {
    const offers = offersOf(part).filter((intent) => !answered.includes(intent));
    return offers.some((intent) => !isOutOfScope(intent)) ? offers : [];
  };
  const doubtful = unanswered.find((part) => offersFor(part).length > 0);
  const unknown = unanswered.filter((part) => part !== doubtful);
  for (const kind of ['library', 'legimi', 'other'] as const) {
    const ofKind = unknown.filter(({ intent }) => kindOf(intent) === kind);
    await admitBeside(kind, ofKind, dc.context, services);
  }
  if (doubtful) await offerBeside(doubtful, offersFor(doubtful), dc, memory, services);
}

async function admitBeside(
  kind: 'library' | 'legimi' | 'other',
  parts: readonly Part[],
  context: TurnContext,
  services: Services,
): Promise<void> {
  const [first, ...others] = parts;
  if (!first) return;
  for (const { text } of parts) await services.keepUnanswered(text);
  const { texts, library } = services;
  await send(context, {
    id: `dontKnow.part.${kind}`,
    text: texts.say(`dontKnow.part.${kind}`, {
      which: others.length > 0 ? 'other' : first.which,
      library: library.shortName,
      contact: contactLines(services),
    }),
    buttons: mainButtons(services),
  });
}

async function offerBeside(
  { which }: Part,
  offers: readonly Intent[],
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  if (dc.activeDialog) return offer(offers, dc, memory, services);
  const { texts } = services;
  memory.offered = offers;
  await send(dc.context, {
    id: 'dontKnow.part.suggest',
    text: texts.say('dontKnow.part.suggest', { which, count: offers.length }),
    buttons: [...buttonsOf(services, ...offers), texts.say('pick.noneButton')],
  });
}
