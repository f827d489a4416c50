import type { DialogContext } from 'botbuilder-dialogs';
import { mainButtons } from './mainButtons.ts';
import { chatOf, send } from './conversation.ts';
import { Journey } from './journeys/journey.ts';
import type { Services } from './services.ts';
import { VersionedDialog } from './versionedDialog.ts';

/**
 * Cancels, with a kind explanation, what an earlier version of a dialog left open: a renamed dialog
 * or a changed journey could otherwise skip a step, or fail on every later turn. True when it did:
 * the reader's message was an answer to something that is gone.
 */
export async function discardOutdated(dc: DialogContext, services: Services): Promise<boolean> {
  const isOutdated = dc.stack.some(({ id, state }) => {
    const dialog = dc.dialogs.find(id);
    return !(dialog instanceof VersionedDialog && dialog.understands(state));
  });
  if (!isOutdated) return false;
  for (const { id } of dc.stack) {
    if (dc.dialogs.find(id) instanceof Journey) await recordLost(id, dc, services);
  }
  // Not cancelAllDialogs: it would call into dialogs that no longer exist.
  dc.stack.length = 0;
  await send(dc.context, {
    id: 'root.outdated',
    text: services.texts.say('root.outdated'),
    buttons: mainButtons(services),
  });
  return true;
}

async function recordLost(
  id: string,
  { context }: DialogContext,
  services: Services,
): Promise<void> {
  const { audit, clock, signIn } = services;
  const chat = chatOf(context);
  const reader = await signIn.readerOf(chat);
  const details = { channel: chat.channelId, ingress: chat.ingress };
  await audit({ at: clock(), card: reader?.card ?? null, event: `${id}.expired`, details });
}
