/** A card number, as a run of digits that may be grouped. */
const cardNumber = /\d(?:[ -]?\d){6,}/;
/** A secret with the word that announces it: "hasło: kot7", "pin to 1234". */
const namedSecret = /(?:has[łl]o|pin|password)\s*(?:to|jest|[:=])\s*\S{3,}/iu;

/**
 * True for a message that seems to hold a password, alone or beside a card number: it must not be
 * stored or logged, and the reader is told never to type it here.
 */
export function hasCredentials(text: string): boolean {
  if (namedSecret.test(text)) return true;
  if (!cardNumber.test(text)) return false;
  const besideTheCard = text.replace(cardNumber, ' ').trim();
  return /has[łl]o|\bpin\b/iu.test(besideTheCard) || /^[^\s]{4,}$/.test(besideTheCard);
}
