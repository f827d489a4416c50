/** What a reader should never type into a chat. */
export type PersonalData = 'password' | 'pesel' | 'card' | 'phone' | 'email';

type Pattern = { readonly kind: PersonalData; readonly pattern: RegExp; readonly mark: string };

/** A word that names a secret, then the secret: "hasło: kot7", "pin to 1234". */
const namedSecret =
  /((?:has[łl]o|pin|password)\s*(?:(?:to|jest)?\s*(?=\S*\d)|[:=]\s*(?!\p{L}{2,}\s))(?!\s))[^\s?]{3,}/giu;
/** A date is no card number: 10.12.2026, 2026-12-10, 10 12 2026. */
const date = /\b(?:\d{1,2}[.\-/ ]\d{1,2}[.\-/ ]\d{4}|\d{4}-\d{1,2}-\d{1,2})\b/gu;

const patterns: readonly Pattern[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, mark: '[e-mail]' },
  {
    kind: 'phone',
    pattern: /(?:\+48[ -]?|\b)\d{3}[ -]\d{3}[ -]\d{3}\b|\+48\d{9}\b|\btel\.?:? ?\d{9}\b/giu,
    mark: '[telefon]',
  },
  { kind: 'pesel', pattern: /\b\d{11}\b/gu, mark: '[PESEL]' },
  {
    kind: 'card',
    pattern: /\bkart\p{L}*(?: nr| numer)?[ :]*\d(?:[ -]?\d){3,}\b/giu,
    mark: '[karta]',
  },
  // Not what stands in a code of ours, or right behind the word "kod".
  {
    kind: 'card',
    pattern: /(?<!\p{Lu}{2,}[ -]?|\bkod\p{L}* )(?<!\d[ -]?)\d(?:[ -]?\d){6,}/gu,
    mark: '[karta]',
  },
];

/** Nothing but a card number, however short, and a word that mixes letters and digits. */
const cardAndPassword = /^\s*\d{5,}\s+(?=\S*\d)(?=\S*\p{L})\S{4,}\s*$/u;

/** Each of the patterns asks for one of these, and almost no message has any. */
const hasDigitOrAt = /[\d@]/;

/** The kinds of personal data in a message; empty for almost all of them. */
export function findPersonalData(text: string): readonly PersonalData[] {
  const found = new Set<PersonalData>();
  if (text.search(namedSecret) !== -1 || cardAndPassword.test(text)) found.add('password');
  if (!hasDigitOrAt.test(text)) return [...found];
  let rest = text.replace(date, ' ');
  for (const { kind, pattern } of patterns) {
    const without = rest.replace(pattern, ' ');
    if (without !== rest) found.add(kind);
    rest = without;
  }
  // A card number with a single other word beside it: that word is the password.
  if (found.has('card') && /^\s*[^\s,.;]{4,}\s*$/u.test(rest)) found.add('password');
  return [...found];
}

/** Words of letters and digits mixed, as passwords and codes are; not the names of devices. */
const mixed = /\b(?=[\p{L}\d]*\d)(?=[\p{L}\d]*\p{L})[\p{L}\d]{6,}\b/gu;

/**
 * The text with everything replaced by a mark that may point at a person or open a door. Stricter
 * than `findPersonalData`: what is kept for librarians loses any long number, link or code.
 */
export function maskPersonalData(text: string): string {
  const known = patterns.reduce(
    (masked, { pattern, mark }) => masked.replace(pattern, mark),
    text.replace(namedSecret, '$1[hasło]').replace(/\bhttps?:\/\/\S+/giu, '[link]'),
  );
  return known.replace(/\d(?:[ .-]?\d){4,}/gu, '[liczba]').replace(mixed, '[kod]');
}
