import type { Intent, Understanding } from '../src/understanding/index.ts';
import { isOutOfScope } from './dontKnow.ts';
import type { Memory } from './memory.ts';
import { fitsPattern } from './prompts/fitsPattern.ts';
import { isWordingOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';

/** What a message was understood to be. */
export type MessageReading = {
  /** What it surely asks for, in its order, at most three things; empty when the bot is not sure. */
  readonly intents: readonly Intent[];
  /** All its questions as they were read, in its order; empty when it is a known wording. */
  readonly parts: readonly Understanding[];
};

/**
 * Reads a message. One that is not clear by itself is read in the light of the last topic, as a question
 * only: no journey begins on such a reading.
 */
export function readMessage(
  text: string,
  { topic }: Pick<Memory, 'topic'>,
  { texts, readExactly, understand, readFollowUp }: Services,
): MessageReading {
  const exact = readExactly(text);
  if (exact) return isOutOfScope(exact) ? { intents: [], parts: understand(text) } : surely(exact);
  const smallTalk = lastOfSmallTalk(text, readExactly);
  if (smallTalk) return surely(smallTalk);
  if (fitsPattern(text, texts.say('checkEligibility.againWordings'))) return surely('action.check');
  if (topic?.startsWith('faq.') && isWordingOf(text, texts.say('answerQuestion.whereToSee'))) {
    // The answer about activation is the one that says where the days left are shown.
    return surely(topic === 'faq.validity' ? 'faq.activation' : topic);
  }
  const parts = understand(text);
  const intents = parts.filter(({ decision }) => decision === 'answer').map(({ intent }) => intent);
  const followUp = intents.length === 0 && topic ? readFollowUp(text, topic) : null;
  if (followUp?.decision === 'answer' && followUp.intent.startsWith('faq.')) {
    return surely(followUp.intent);
  }
  return { intents, parts };
}

/** The reading of a message that asks just this. */
export function surely(intent: Intent): MessageReading {
  return { intents: [intent], parts: [] };
}

/** "Dzięki, do widzenia": of several pieces of small talk the last is answered. */
function lastOfSmallTalk(text: string, readExactly: Services['readExactly']): Intent | null {
  const pieces = text.split(/[,.!]+/u).filter((piece) => piece.trim() !== '');
  const intents = pieces.map((piece) => readExactly(piece));
  const isSmallTalk = pieces.length > 1 && intents.every((intent) => intent?.startsWith('chat.'));
  return isSmallTalk ? (intents.at(-1) ?? null) : null;
}
