import type { Intent } from '../src/understanding/index.ts';
import type { Memory } from './memory.ts';
import type { Services } from './services.ts';

/**
 * What a message surely asks for, in its order, at most three things; empty when the bot is not sure.
 * A message that is not clear by itself is read in the light of the last topic, as a question only: no
 * journey begins on such a reading.
 */
export function readMessage(
  text: string,
  { topic }: Pick<Memory, 'topic'>,
  { readExactly, understand, readFollowUp }: Services,
): readonly Intent[] {
  const exact = readExactly(text);
  if (exact) return [exact];
  const sure = understand(text).filter(({ decision }) => decision === 'answer');
  if (sure.length > 0) return sure.map(({ intent }) => intent);
  const followUp = topic ? readFollowUp(text, topic) : null;
  const isSureQuestion = followUp?.decision === 'answer' && followUp.intent.startsWith('faq.');
  return isSureQuestion ? [followUp.intent] : [];
}
