const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const address = /\bhttps?:\/\/\S+/giu;
/** Card numbers, PESEL, telephone numbers, codes: four digits or more, however grouped. */
const number = /\d(?:[ .-]?\d){3,}/gu;
/** A word of letters and digits mixed, as passwords and codes are. */
const mixed = /\b(?=\p{L}*\d)(?=\d*\p{L})[\p{L}\d]{5,}\b/gu;

/** The text with everything that may point at a person, or open a door, replaced by a mark. */
export function maskPersonalData(text: string): string {
  return text
    .replace(email, '[e-mail]')
    .replace(address, '[link]')
    .replace(number, '[liczba]')
    .replace(mixed, '[kod]');
}
