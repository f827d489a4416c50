import type { DialogContext } from 'botbuilder-dialogs';
import { mainButtons } from './mainButtons.ts';
import { chatOf, send } from './conversation.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import type { Services } from './services.ts';
import { signInId } from './signIn/signIn.ts';
import { tellDrawn } from './journeys/waitForDraw.ts';

/** Events of our own. They carry no authority: who is signed in is asked again. */
export async function onEvent(dc: DialogContext, services: Services): Promise<void> {
  const { context } = dc;
  const { texts, signIn } = services;
  if (context.activity.name === 'signedIn') {
    if (dc.activeDialog?.id === signInId) {
      await dc.continueDialog();
      return;
    }
    const reader = await signIn.readerOf(chatOf(context));
    if (!reader) return;
    const text = texts.say('signIn.signedIn', { lastDigits: reader.card.slice(-4) });
    await send(context, { id: 'signIn.signedIn', text, buttons: mainButtons(services) });
  }
  if (context.activity.name === 'drawn') {
    await tellDrawn(context, services);
    await repeatOpenQuestion(dc);
  }
  if (context.activity.name === 'signedOut') {
    await dc.cancelAllDialogs();
    await send(context, {
      id: 'control.sessionEnded',
      text: texts.say('control.sessionEnded'),
      buttons: mainButtons(services),
    });
  }
}
