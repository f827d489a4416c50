import type { DialogContext } from 'botbuilder-dialogs';

/** Asks the open question again after something else was answered. Nothing open: does nothing. */
export async function repeatOpenQuestion(dc: DialogContext): Promise<void> {
  if (dc.activeDialog) await dc.repromptDialog();
}
