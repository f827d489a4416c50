import type { DialogContext } from 'botbuilder-dialogs';
import { checkEligibilityId } from './checkEligibility.ts';
import { claimCodeId } from './claimCode.ts';
import type { Memory } from '../memory.ts';
import { remindCodeId } from './remindCode.ts';
import { repeatOpenQuestion } from '../repeatOpenQuestion.ts';
import { signInId } from '../signIn/signIn.ts';

const journeys = {
  'action.check': checkEligibilityId,
  'action.claim': claimCodeId,
  'action.remind': remindCodeId,
} as const;

export type Action = keyof typeof journeys;

export function isAction(intent: string): intent is Action {
  return intent in journeys;
}

/**
 * Begins the journey of an action. Another journey that is open is left: the reader changed their
 * mind. The same journey goes on where it stands.
 */
export async function startJourney(
  action: Action,
  dc: DialogContext,
  memory: Memory,
): Promise<void> {
  memory.topic = action;
  memory.verdict = null;
  await beginJourney(journeys[action], dc);
}

/** Begins a journey by its name, in the same way. */
export async function beginJourney(journey: string, dc: DialogContext): Promise<void> {
  if (dc.stack.some((instance) => instance.id === journey)) {
    if (dc.activeDialog?.id !== signInId) return repeatOpenQuestion(dc);
    // The wish said again goes on signing in: the link shown before may be dead by now.
    await dc.continueDialog();
    return;
  }
  if (dc.activeDialog) await dc.cancelAllDialogs();
  await dc.beginDialog(journey);
}
