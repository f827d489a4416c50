import type { TurnContext } from 'botbuilder';
import { formatMonth } from '../../src/text/index.ts';
import type { Intent } from '../../src/understanding/index.ts';
import { accessValues } from './accessValues.ts';
import { activateByValues } from './activateByValues.ts';
import { buttonsOf, send } from '../conversation.ts';
import { ownClaim } from './ownClaim.ts';
import { fitsPattern } from '../prompts/fitsPattern.ts';
import type { Services } from '../services.ts';

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
  const { texts, eligibility, clock } = services;
  if (!fitsPattern(text, texts.say('answerAboutOwnCode.words'))) return false;
  const claim = (await ownClaim(context, services))?.claim;
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
