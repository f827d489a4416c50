import { remembered } from './remembered.ts';

/** Characters; a longer message is a story, which nobody tells twice in the same words. */
const longestRemembered = 80;

/**
 * `work` with its latest answers about short messages at hand; for functions whose answer depends on the
 * words alone. Most readers press a button or ask in the same few words, above all on the morning of a
 * release: those are read once.
 */
export function rememberedText<Value>(work: (text: string) => Value): (text: string) => Value {
  const ofShort = remembered(work);
  return (text) => (text.length <= longestRemembered ? ofShort(text) : work(text));
}
