/**
 * A text made from another one, with the way back: `origins[i]` is where character `i` began in the
 * original, and the last entry is the original's end.
 */
export type MappedText = { readonly text: string; readonly origins: readonly number[] };

/** The same map under a text of the same length. */
export function withText({ origins, text }: MappedText, changed: string): MappedText {
  if (changed.length !== text.length) {
    throw new Error(`A rewritten text must keep its length: ${text.length}, not ${changed.length}`);
  }
  return { text: changed, origins };
}

/** Puts `replacement` in the place of the characters from `start` to `end`. */
export function replaceAt(
  { text, origins }: MappedText,
  start: number,
  end: number,
  replacement: string,
): MappedText {
  const last = end - start - 1;
  const middle = Array.from(
    replacement,
    (_, index) => origins[start + Math.min(index, last)] ?? 0, // within the replaced characters
  );
  return {
    text: text.slice(0, start) + replacement + text.slice(end),
    origins: [...origins.slice(0, start), ...middle, ...origins.slice(end)],
  };
}
