import type { TurnContext } from 'botbuilder';
import type { Month } from '../src/rules/index.ts';
import { formatMoment, formatMonth } from '../src/text/index.ts';
import type { Intent } from '../src/understanding/index.ts';
import { activateByValues } from './activateByValues.ts';
import { refusal } from './checkEligibility.ts';
import { buttonsOf, chatOf, send } from './conversation.ts';
import { factSources } from './factSources.ts';
import { hasWordOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';
import { unlessStoreAway } from './storeAway.ts';

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
  const { texts, signIn, eligibility } = services;
  if (topic !== 'faq.when') return false;
  const claim = await unlessStoreAway(async () => {
    const reader = await signIn.readerOf(chatOf(context));
    return reader && eligibility.claimOf(reader.card);
  }, services);
  if (claim) {
    await sayNext(context, claim.month, services);
    return true;
  }
  if (!hasWordOf(text, texts.say('answerAboutOwnCode.mayIWords'))) return false;
  const assessment = await unlessStoreAway(async () => {
    const reader = await signIn.readerOf(chatOf(context));
    return reader && eligibility.assess(reader.card);
  }, services);
  if (!assessment || assessment.decision.verdict !== 'refused') return false;
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
    id: 'answerAboutOwnCode.next',
    text: services.texts.say('answerAboutOwnCode.next', {
      month: formatMonth(month),
      nextRelease: formatMoment(nextRelease.at),
      ...activateByValues(month, at),
    }),
    buttons: buttonsOf(services, 'action.remind', 'faq.activation', 'faq.conditions'),
  });
}
