import { bare, wordingsOf } from './prompts/wordings.ts';
import type { Services } from './services.ts';

/**
 * What is left of a message that corrects the bot ("nie, chodziło mi o przypomnienie"): the wish
 * itself, or nothing when the reader only says that it was something else. `null` when the message
 * corrects nothing.
 */
export function readCorrection(text: string, { texts }: Pick<Services, 'texts'>): string | null {
  const openings = [...wordingsOf(texts.say('correction.openings'))].sort(
    (a, b) => b.length - a.length,
  );
  let rest = bare(text);
  let isCorrection = false;
  for (let opening = openingOf(rest, openings); opening; opening = openingOf(rest, openings)) {
    isCorrection = true;
    rest = rest.slice(opening.length).trim();
  }
  return isCorrection ? rest : null;
}

/** The opening with which `text` begins, a "nie" before it included. */
function openingOf(text: string, openings: readonly string[]): string | null {
  const start = /^(?:nie|no nie|oj nie|ale nie|ale)\s+/u.exec(text)?.[0] ?? '';
  for (const prefix of new Set([start, ''])) {
    const rest = text.slice(prefix.length);
    const found = openings.find((opening) => rest === opening || rest.startsWith(`${opening} `));
    if (found) return prefix + found;
  }
  return null;
}
