import type { DialogContext } from 'botbuilder-dialogs';
import { control } from '../control.ts';
import { chatOf } from '../conversation.ts';
import type { Memory } from '../memory.ts';
import type { Message } from '../message.ts';
import { fitsPattern } from '../prompts/fitsPattern.ts';
import type { Services } from '../services.ts';

/** Words up to which "to nie ja" speaks of the card; in a longer message it may deny something else. */
const mostWords = 5;

/** "To nie ja", "to karta mamy": signs out whoever is signed in. False for any other message. */
export async function signOutStranger(
  { text }: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  if (text.split(/\s+/u).length > mostWords) return false;
  if (!fitsPattern(text, services.texts.say('control.notMe'))) return false;
  if (!(await services.signIn.readerOf(chatOf(dc.context)))) return false;
  await control('control.signOut', dc, memory, services);
  return true;
}
