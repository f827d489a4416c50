/** Characters of a message that the bot reads. */
const longest = 4000;

/**
 * The reader's text, cut one character behind what the bot reads, by which the bot tells that it was cut:
 * a refusal would leave the reader with "not sent" and no reason.
 */
export function spokenText(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest + 1);
  // Half an emoji is no text that could be stored.
  return cut.replace(/[\uD800-\uDBFF]$/, '…');
}
