const shownCharacters = 4;

/** The end of a card or code, by which people know it again; never the whole of a short one. */
export function lastCharacters(text: string): string {
  return text.slice(-Math.min(shownCharacters, Math.floor(text.length / 2)));
}
