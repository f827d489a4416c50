import type { DialogContext } from 'botbuilder-dialogs';
import { mainButtons } from './mainButtons.ts';
import { send } from './conversation.ts';
import { Journey } from './journey.ts';
import type { Services } from './services.ts';

/**
 * Cancels, with a kind explanation, what an earlier version of a dialog left open: a renamed dialog
 * or a changed journey could otherwise skip a step, or fail on every later turn. True when it did:
 * the reader's message was an answer to something that is gone.
 */
export async function discardOutdated(dc: DialogContext, services: Services): Promise<boolean> {
  const isOutdated = dc.stack.some(({ id, state }) => {
    const dialog = dc.dialogs.find(id);
    return !dialog || (dialog instanceof Journey && !dialog.understands(state));
  });
  if (!isOutdated) return false;
  // Not cancelAllDialogs: it would call into dialogs that no longer exist.
  dc.stack.length = 0;
  await send(dc.context, {
    id: 'root.outdated',
    text: services.texts.say('root.outdated'),
    buttons: mainButtons(services),
  });
  return true;
}
