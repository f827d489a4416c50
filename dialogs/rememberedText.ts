import { remembered } from '../src/rules/index.ts';
import { findPersonalData } from '../src/understanding/index.ts';

/** Characters; a longer message is a story, which nobody tells twice in the same words. */
const longestRemembered = 80;

/**
 * `work` with its latest answers about short messages at hand; for functions whose answer depends on the
 * words alone. Most readers press a button or ask in the same few words, above all on the morning of a
 * release: those are read once. Words with personal data are not kept, not even in memory.
 */
export function rememberedText<Value>(work: (text: string) => Value): (text: string) => Value {
  const ofShort = remembered(work);
  return (text) => (mayBeKept(text) ? ofShort(text) : work(text));
}

/** The last message at hand: a turn asks of one many times. */
const mayBeKept = remembered(
  (text: string) => text.length <= longestRemembered && findPersonalData(text).length === 0,
  1,
);
