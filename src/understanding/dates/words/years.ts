import { orderWord } from './orders.ts';

/** Four digits of our time, not part of a longer number. */
export const yearNumber = String.raw`(?:19|20)\d\d(?!\d)`;
const wordYear = String.raw`(?: ?(?:r(?![a-z])\.?|rok(?:u|)(?![a-z])))`;

/** What may follow a day and month: "2026 r.", "roku 2026", "zeszłego roku", "br.". */
export const yearAfterDate =
  String.raw`(?:(?: ?,? ?|-)(?:w |z )?(?:roku )?(?<year>${yearNumber})${wordYear}?` +
  `|,? (?:w |z )?(?<order>${orderWord}) roku(?![a-z])` +
  String.raw`| (?<order>b\.? ?r|ub\.? ?r|ub\. roku|roku (?:zeszlego|ubieglego|biezacego|przyszlego))(?![a-z])\.?)`;

/** Two digits are a year only in a numeric date, always of this century. */
export function fullYear(digits: string): string {
  return digits.length === 2 ? `20${digits}` : digits;
}
