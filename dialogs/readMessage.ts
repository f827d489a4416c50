import type { Intent } from '../src/understanding/index.ts';
import type { Memory } from './memory.ts';
import { hasWordOf, isWordingOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';

/**
 * What a message surely asks for, in its order, at most three things; empty when the bot is not sure.
 * A message that is not clear by itself is read in the light of the last topic, as a question only: no
 * journey begins on such a reading.
 */
export function readMessage(
  text: string,
  { topic }: Pick<Memory, 'topic'>,
  { texts, readExactly, understand, readFollowUp }: Services,
): readonly Intent[] {
  const exact = readExactly(text);
  if (exact) return [exact];
  if (hasWordOf(text, texts.say('checkEligibility.againWordings'))) return ['action.check'];
  if (topic?.startsWith('faq.') && isWordingOf(text, texts.say('answerQuestion.whereToSee'))) {
    // The answer about activation is the one that says where the days left are shown.
    return [topic === 'faq.validity' ? 'faq.activation' : topic];
  }
  const sure = understand(text).filter(({ decision }) => decision === 'answer');
  if (sure.length > 0) return sure.map(({ intent }) => intent);
  const followUp = topic ? readFollowUp(text, topic) : null;
  const isSureQuestion = followUp?.decision === 'answer' && followUp.intent.startsWith('faq.');
  return isSureQuestion ? [followUp.intent] : [];
}
