import type { DialogContext } from 'botbuilder-dialogs';
import type { Assessment } from '../../src/eligibility/index.ts';
import { monthOf, type Reason } from '../../src/rules/index.ts';
import { formatMonth } from '../../src/text/index.ts';
import { buttonsOf, chatOf, send } from '../conversation.ts';
import { factSources } from './factSources.ts';
import { contactLines } from '../handOver.ts';
import type { Memory } from '../memory.ts';
import type { Message } from '../message.ts';
import { reasonLines, unknownLines } from './reasonLines.ts';
import { refusalQuestionOf, type RefusalQuestion } from './refusalQuestion.ts';
import type { Services } from '../services.ts';
import { startJourney } from '../journeys/startJourney.ts';

/**
 * Answers what a reader asks about the refusal they were told: "za co?", "oddam jutro to dostanę?",
 * "przecież zapłaciłam". The figures are read anew; when the refusal holds no more, the check is made
 * again. False for any other message, and once nobody is signed in.
 */
export async function answerAboutRefusal(
  { text }: Message,
  dc: DialogContext,
  memory: Memory,
  services: Services,
): Promise<boolean> {
  const question = dc.activeDialog ? null : refusalQuestionOf(text, memory, services);
  if (!question) return false;
  const reader = await services.signIn.readerOf(chatOf(dc.context));
  if (!reader) {
    memory.verdict = null;
    return false;
  }
  const assessment = await services.eligibility.assess(reader.card);
  const { decision } = assessment;
  memory.misses = 0;
  if (question.asks === 'again' || assessment.claim || decision.verdict === 'eligible') {
    await startJourney('action.check', dc, memory);
    return true;
  }
  const { say } = services.texts;
  await send(dc.context, {
    ...(decision.verdict === 'cannotTell'
      ? {
          id: 'answerAboutRefusal.wait',
          text: say('answerAboutRefusal.wait', { facts: unknownLines(decision.unknown, services) }),
        }
      : explain(question, decision.reasons, assessment, services)),
    buttons: [say('checkEligibility.againButton'), ...buttonsOf(services, 'control.human')],
  });
  return true;
}

/** Of several reasons those the reader speaks of, as far as they still hold. */
function explain(
  { asks, about }: RefusalQuestion,
  all: readonly Reason[],
  { at, facts }: Assessment,
  services: Services,
): { id: string; text: string } {
  const meant = all.filter(({ id }) => about.includes(id));
  const reasons = meant.length > 0 ? meant : all;
  const id = `answerAboutRefusal.${asks === 'again' ? 'what' : asks}` as const;
  const text = services.texts.say(id, {
    reasons: reasonLines(reasons, services),
    count: reasons.length,
    month: formatMonth(monthOf(at)),
    contact: contactLines(services),
    facts: '',
  });
  const sources = asks === 'dispute' ? factSources(facts.account, at, services) : '';
  return { id, text: text + sources };
}
