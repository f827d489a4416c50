import { fold } from './fold.ts';
import { withText, type MappedText } from './mappedText.ts';
import { maskNames } from './maskNames.ts';
import { maskPhrases } from './maskPhrases.ts';
import { plainText } from './plainText.ts';
import { repairTypos } from './repairTypos.ts';
import { markRomanMonths } from './romanMonths.ts';

/**
 * What the recogniser sees of a message: composed, capped, homographs and other non-dates masked,
 * Roman months marked, folded to ASCII, slips repaired. Offsets lead back to the original.
 */
export function prepare(message: string): MappedText {
  const plain = plainText(message);
  const folded = fold(markRomanMonths(maskNames(plain.text)));
  return repairTypos(withText(plain, maskPhrases(folded)));
}
