import type { TurnContext } from 'botbuilder';
import { formatMonth } from '../src/text/index.ts';
import type { Intent } from '../src/understanding/index.ts';
import { accessValues } from './accessValues.ts';
import { activateByValues } from './activateByValues.ts';
import { buttonsOf, chatOf, send } from './conversation.ts';
import { bare } from './prompts/wordings.ts';
import type { Services } from './services.ts';
import { unlessStoreAway } from './storeAway.ts';

/**
 * Answers "do kiedy ważny jest mój kod?" for the claim of a reader who is signed in. False when the
 * question is a general one, or there is no such claim; then the FAQ answers.
 */
export async function answerAboutOwnCode(
  context: TurnContext,
  topic: Intent,
  text: string,
  services: Services,
): Promise<boolean> {
  if (topic !== 'faq.validity' && topic !== 'faq.activation') return false;
  const { texts, signIn, eligibility, clock } = services;
  if (!isAboutOwn(text, texts.say('answerAboutOwnCode.words'))) return false;
  const claim = await unlessStoreAway(async () => {
    const reader = await signIn.readerOf(chatOf(context));
    return reader && eligibility.claimOf(reader.card);
  }, services);
  if (!claim) return false;

  const { policy } = await eligibility.outlook();
  await send(context, {
    id: 'answerAboutOwnCode.deadline',
    text: texts.say('answerAboutOwnCode.deadline', {
      month: formatMonth(claim.month),
      ...activateByValues(claim.month, clock()),
      ...accessValues(claim.month, policy),
    }),
    buttons: buttonsOf(services, 'action.remind', 'faq.activation'),
  });
  return true;
}

function isAboutOwn(text: string, words: string): boolean {
  const said = new Set(bare(text).split(/\s+/u));
  return words.split(',').some((word) => said.has(bare(word)));
}
