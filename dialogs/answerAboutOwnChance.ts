import type { TurnContext } from 'botbuilder';
import type { Intent } from '../src/understanding/index.ts';
import { refusal } from './checkEligibility.ts';
import { buttonsOf, chatOf, send } from './conversation.ts';
import { factSources } from './factSources.ts';
import { hasWordOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';
import { unlessStoreAway } from './storeAway.ts';

/**
 * Answers "a kiedy będę mogła?" for a reader who is signed in and cannot have a code now: with the
 * reasons and their dates. False otherwise; then the FAQ tells when there are codes for everybody.
 */
export async function answerAboutOwnChance(
  context: TurnContext,
  topic: Intent,
  text: string,
  services: Services,
): Promise<boolean> {
  const { texts, signIn, eligibility } = services;
  if (topic !== 'faq.when' || !hasWordOf(text, texts.say('answerAboutOwnCode.mayIWords'))) {
    return false;
  }
  const assessment = await unlessStoreAway(async () => {
    const reader = await signIn.readerOf(chatOf(context));
    return reader && eligibility.assess(reader.card);
  }, services);
  if (!assessment || assessment.claim || assessment.decision.verdict !== 'refused') return false;
  const { id, text: reasons } = refusal(assessment, services);
  await send(context, {
    id,
    text: reasons + factSources(assessment.facts.account, assessment.at, services),
    buttons: buttonsOf(services, 'faq.conditions', 'control.human'),
  });
  return true;
}
