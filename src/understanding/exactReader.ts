import { foldedKey } from './intents/fold.ts';
import type { Intent } from './understanding.ts';

/** The intent of which the whole message is a known wording, or `null`. */
export type ReadExactly = (text: string) => Intent | null;

/**
 * Reads messages that are, as a whole and apart from case, diacritics and punctuation, one of the
 * known wordings: buttons, control words, "tak" and "nie". A wording of two intents means neither.
 */
export function createExactReader(wordings: ReadonlyMap<Intent, readonly string[]>): ReadExactly {
  const byWording = new Map<string, Intent | null>();
  for (const [intent, messages] of wordings) {
    for (const message of messages) {
      const key = foldedKey(message);
      const other = byWording.get(key);
      byWording.set(key, other === undefined || other === intent ? intent : null);
    }
  }
  return (text) => byWording.get(foldedKey(text)) ?? null;
}
