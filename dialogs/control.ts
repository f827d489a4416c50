import type { DialogContext } from 'botbuilder-dialogs';
import type { Intent } from '../src/understanding/index.ts';
import { chatOf, closeWindow, send } from './conversation.ts';
import { introduce } from './greet.ts';
import { handOver } from './handOver.ts';
import { mainButtons } from './mainButtons.ts';
import { newMemory, type Memory } from './memory.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import type { Services } from './services.ts';
import { signInId } from './signIn/signIn.ts';

export type Control = Extract<Intent, `control.${string}`>;

export function isControl(intent: Intent): intent is Control {
  return intent.startsWith('control.');
}

/** Obeys a control word. It works at any moment, whatever dialog is open. */
export async function control(
  word: Control,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<void> {
  const { context } = dc;
  const { texts, signIn } = services;
  switch (word) {
    case 'control.cancel': {
      const id = dc.activeDialog ? 'control.cancelled' : 'control.nothingToCancel';
      await dc.cancelAllDialogs();
      return send(context, { id, text: texts.say(id), buttons: mainButtons(services) });
    }
    case 'control.help':
      await send(context, {
        id: 'control.help',
        text: texts.say('control.help'),
        buttons: mainButtons(services),
      });
      return repeatOpenQuestion(dc);
    case 'control.human':
      await handOver(context, services);
      return repeatOpenQuestion(dc);
    case 'control.signOut': {
      const chat = chatOf(context);
      const id = (await signIn.readerOf(chat)) ? 'control.signedOut' : notSignedIn(dc);
      await dc.cancelAllDialogs();
      memory.verdict = null;
      await send(context, { id, text: texts.say(id), buttons: mainButtons(services) });
      if (id === 'control.signedOut') await closeWindow(context);
      return id === 'control.signedOut' ? signIn.signOut(chat) : signIn.cancelLink(chat);
    }
    case 'control.privacy':
      await send(context, {
        id: 'control.privacy',
        text: texts.say('control.privacy', { privacyPage: services.privacyUrl }),
        buttons: [texts.say('myData.button'), texts.say('eraseMyData.button')],
      });
      return repeatOpenQuestion(dc);
    case 'control.restart':
      await dc.cancelAllDialogs();
      Object.assign(memory, newMemory());
      return introduce(context, memory, services);
  }
}

function notSignedIn({
  activeDialog,
}: DialogContext): 'control.signInLeft' | 'control.notSignedIn' {
  return activeDialog?.id === signInId ? 'control.signInLeft' : 'control.notSignedIn';
}
