import { maskPersonalData } from '../understanding/index.ts';

/** Longer messages are stories, of which the beginning tells enough. */
const longestText = 300;
/** What is masked reaches beyond what is kept, so that no number is cut before it is recognised. */
const readLength = 2 * longestText;

/**
 * A message as it is kept for librarians: one line without invisible characters, which could hide a
 * number or command a terminal, personal data masked. Empty when nothing is left.
 */
export function keptText(text: string): string {
  const line = text
    .slice(0, readLength)
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const masked = [...maskPersonalData(line)];
  const start = masked.slice(0, longestText).join('');
  return masked.length > longestText ? start.replace(/\s\S*$/u, '') : start;
}
