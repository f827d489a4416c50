import type { DialogContext } from 'botbuilder-dialogs';
import { buttonsOf, send } from './conversation.ts';
import { contactLines } from './handOver.ts';
import { isOutOfScope } from './dontKnow.ts';
import type { Memory } from './memory.ts';
import type { Message } from './message.ts';
import { bareMessage, wordingsOf } from './prompts/wordings.ts';
import { repeatOpenQuestion } from './repeatOpenQuestion.ts';
import type { Services } from './services.ts';

type OtherLanguage = 'english' | 'ukrainian';

/** Says in the reader's language that the bot knows Polish only, and what helps all the same. */
export async function answerInOtherLanguage(
  { text, exact }: Message,
  dc: DialogContext,
  _memory: Memory,
  services: Services,
): Promise<boolean> {
  const language = exact && !isOutOfScope(exact) ? null : otherLanguageOf(text, services);
  if (!language) return false;
  const id = `otherLanguage.${language}` as const;
  await send(dc.context, {
    id,
    text: services.texts.say(id, { contact: contactLines(services) }),
    buttons: buttonsOf(services, 'action.claim', 'action.check', 'control.human'),
  });
  await repeatOpenQuestion(dc);
  return true;
}

/**
 * The language of a message that is not Polish, of the two in which most other readers write; `null` for
 * any other. Whoever writes Cyrillic is answered in Ukrainian.
 */
function otherLanguageOf(text: string, { texts }: Pick<Services, 'texts'>): OtherLanguage | null {
  const words = bareMessage(text).split(' ');
  if (isMost(words, (word) => /^\p{Script=Cyrillic}+$/u.test(word))) return 'ukrainian';
  const english = wordingsOf(texts.say('otherLanguage.englishWords'));
  return isMost(words, (word) => english.has(word)) ? 'english' : null;
}

function isMost(words: readonly string[], is: (word: string) => boolean): boolean {
  return words.filter(is).length * 2 > words.length;
}
