/** One of `words`, the longest first, as the source of a regular expression. */
export function oneOf(words: Iterable<string>): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}

/** Not in the middle of a word or a number. */
export const wordStart = '(?<![a-z0-9])';
export const wordEnd = '(?![a-z0-9])';
/** Not in the middle of a number, a time or a numeric date. */
export const numberStart = String.raw`(?<!\d)(?<!\d[.:/])`;
