import type { TurnContext } from 'botbuilder';
import type { Month } from '../../src/rules/index.ts';
import { formatMoment, formatMonth } from '../../src/text/index.ts';
import type { Intent } from '../../src/understanding/index.ts';
import { activateByValues } from './activateByValues.ts';
import { refusal } from '../verdict/refusal.ts';
import { buttonsOf, send } from '../conversation.ts';
import { factSources } from '../verdict/factSources.ts';
import { ownClaim } from './ownClaim.ts';
import { fitsPattern } from '../prompts/fitsPattern.ts';
import type { Services } from '../services.ts';
import { unlessStoreAway } from '../storeAway.ts';

/**
 * Answers "a kiedy będę mogła?" for a reader who is signed in: with the next month for one who has this
 * month's code, with the reasons and their dates for one who cannot have it now. False otherwise; then
 * the FAQ tells when there are codes for everybody.
 */
export async function answerAboutOwnChance(
  context: TurnContext,
  topic: Intent,
  text: string,
  services: Services,
): Promise<boolean> {
  const own = topic === 'faq.when' ? await ownClaim(context, services) : null;
  if (!own) return false;
  if (own.claim) {
    await sayNext(context, own.claim.month, services);
    return true;
  }
  if (!fitsPattern(text, services.texts.say('answerAboutOwnChance.words'))) return false;
  const assess = () => services.eligibility.assess(own.card);
  const assessment = await unlessStoreAway(assess, services);
  if (assessment?.decision.verdict !== 'refused') return false;
  const { id, text: reasons } = refusal(assessment, services);
  await send(context, {
    id,
    text: reasons + factSources(assessment.facts.account, assessment.at, services),
    buttons: buttonsOf(services, 'faq.conditions', 'control.human'),
  });
  return true;
}

async function sayNext(context: TurnContext, month: Month, services: Services): Promise<void> {
  const { nextRelease, at } = await services.eligibility.outlook();
  await send(context, {
    id: 'answerAboutOwnChance.next',
    text: services.texts.say('answerAboutOwnChance.next', {
      month: formatMonth(month),
      nextRelease: formatMoment(nextRelease.at),
      ...activateByValues(month, at),
    }),
    buttons: buttonsOf(services, 'action.remind', 'faq.activation', 'faq.conditions'),
  });
}
