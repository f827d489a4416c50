/** What a reader typed on the sign-in page, as it goes to the library. */
export type Credentials = { readonly card: string; readonly password: string };

export type ReadCredentials =
  | { readonly outcome: 'complete'; readonly card: string; readonly credentials: Credentials }
  /** No card or password has these characters or this length: refuse, but ask nobody. */
  | { readonly outcome: 'impossible' }
  | {
      readonly outcome: 'incomplete';
      readonly card: string;
      readonly missing: readonly (keyof Credentials)[];
    };

const longestCard = 64;
const longestPassword = 128;
/** In SIP2, for one, a carriage return would begin a message of its own. */
const controlCharacter = /[\p{Cc}\u2028\u2029]/u;

/** A card number without the spaces between its groups; `null` when no card can have it. */
export function readCardNumber(text: string): string | null {
  const card = text.replace(/[ \u00a0]/g, '');
  return card.length <= longestCard && !controlCharacter.test(card) ? card : null;
}

/** Reads the two fields of the form. The password is taken as it is. */
export function readCredentials(form: URLSearchParams): ReadCredentials {
  const card = readCardNumber(form.get('card') ?? '');
  const password = form.get('password') ?? '';
  const isPossible = password.length <= longestPassword && !controlCharacter.test(password);
  if (card === null || !isPossible) return { outcome: 'impossible' };
  const missing = [
    ...(card === '' ? ['card' as const] : []),
    ...(password === '' ? ['password' as const] : []),
  ];
  if (missing.length > 0) return { outcome: 'incomplete', card, missing };
  return { outcome: 'complete', card, credentials: { card, password } };
}
