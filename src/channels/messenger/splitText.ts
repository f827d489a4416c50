const graphemes = new Intl.Segmenter('pl', { granularity: 'grapheme' });

/**
 * The text in pieces of at most `limit` UTF-16 units, broken at a line's end where there is one, at a
 * space otherwise, and never inside what a reader sees as one character.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const end = breakBefore(rest, limit);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** The text cut to at most `limit` units, with an ellipsis where something is missing. */
export function clipText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, wholeGraphemes(text, limit - 1)).trimEnd()}…`;
}

function breakBefore(text: string, limit: number): number {
  // One more, because a break right after the last unit that fits is a good one.
  const start = text.slice(0, limit + 1);
  for (const separator of ['\n\n', '\n', ' ']) {
    const at = start.lastIndexOf(separator);
    // A break far to the front would make a message of a word or two.
    if (at > limit / 2) return at;
  }
  const anywhere = start.search(/\s\S*$/);
  return anywhere > 0 ? anywhere : wholeGraphemes(text, limit);
}

/** The longest length up to `limit` that ends between two graphemes; `limit` when one alone is longer. */
function wholeGraphemes(text: string, limit: number): number {
  // A grapheme that starts before the limit may end far behind it; look no further than that.
  const segment = graphemes.segment(text).containing(limit);
  const end = segment === undefined ? text.length : segment.index;
  return end > 0 ? end : limit;
}
