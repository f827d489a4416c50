/** True when the whole message is one of the wordings of a comma-separated list in a locale file. */
export function isWordingOf(text: string, list: string): boolean {
  return wordingsOf(list).has(bare(text));
}

/** True when one of the listed words, or phrases, stands anywhere in the message. */
export function hasWordOf(text: string, list: string): boolean {
  const said = ` ${bare(text)} `;
  for (const wording of wordingsOf(list)) if (said.includes(` ${wording} `)) return true;
  return false;
}

/** Lists as they were read once: there are as many as the locale files have, and every turn asks for some. */
const read = new Map<string, ReadonlySet<string>>();

/** The wordings of a comma-separated list, each of them `bare`. */
export function wordingsOf(list: string): ReadonlySet<string> {
  const known = read.get(list);
  if (known) return known;
  const wordings = new Set(list.split(',').map(bare));
  read.set(list, wordings);
  return wordings;
}

/** The one Polish letter that Unicode does not take apart into a letter and a mark. */
const strokedL = /\u0142/gu;

/** Lower case, without diacritics and punctuation: as wordings are compared. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(strokedL, 'l')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
