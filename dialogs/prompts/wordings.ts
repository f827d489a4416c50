/** True when the whole message is one of the wordings of a comma-separated list in a locale file. */
export function isWordingOf(text: string, list: string): boolean {
  return list.split(',').map(bare).includes(bare(text));
}

/** True when one of the listed words, or phrases, stands anywhere in the message. */
export function hasWordOf(text: string, list: string): boolean {
  const said = ` ${bare(text)} `;
  return list.split(',').some((wording) => said.includes(` ${bare(wording)} `));
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
