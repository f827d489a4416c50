import { remembered } from '../../src/rules/index.ts';

/** True when the whole message is one of the wordings of a comma-separated list in a locale file. */
export function isWordingOf(text: string, list: string): boolean {
  return wordingsOf(list).has(bareMessage(text));
}

/** The wordings of a comma-separated list, each of them `bare`. Every turn asks for the same few lists. */
export const wordingsOf = remembered(
  (list: string): ReadonlySet<string> => new Set(list.split(',').map(bare)),
);

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

/** The last message at hand: a turn compares one with many lists. */
export const bareMessage = remembered(bare, 1);
