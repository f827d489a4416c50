import type { DialogContext } from 'botbuilder-dialogs';
import { canBeSettled } from '../src/rules/index.ts';
import { send } from './conversation.ts';
import { mainButtons } from './mainButtons.ts';
import type { Memory } from './memory.ts';
import { isWordingOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';

/** True for "aha, rozumiem" and the like: the reader took note and asks nothing. */
export function isAcknowledgement(text: string, { texts }: Pick<Services, 'texts'>): boolean {
  return isWordingOf(text, texts.say('acknowledge.wordings'));
}

/** Lets the reader go; after a refusal with the way back. */
export async function acknowledge(
  { context }: DialogContext,
  { verdict }: Memory,
  services: Services,
): Promise<void> {
  const { say } = services.texts;
  const mayComeBack = verdict?.told === 'cannotTell' || verdict?.reasons.some(canBeSettled);
  const id = mayComeBack ? 'acknowledge.settleFirst' : 'acknowledge.fine';
  await send(context, {
    id,
    text: say(id),
    buttons: mayComeBack ? [say('checkEligibility.againButton')] : mainButtons(services),
  });
}
