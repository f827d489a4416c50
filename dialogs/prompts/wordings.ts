/** True when the whole message is one of the wordings of a comma-separated list in a locale file. */
export function isWordingOf(text: string, list: string): boolean {
  return list.split(',').map(bare).includes(bare(text));
}

/** Lower case, without punctuation: as wordings are compared. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();
}
