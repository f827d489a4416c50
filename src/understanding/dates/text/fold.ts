/** Characters that do not come apart into a plain letter and a mark. */
const plainForms: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'l',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '’': "'",
  '„': '"',
  '”': '"',
  '“': '"',
};

/**
 * The text in lower-case ASCII as far as it has an ASCII form, character for character, so that
 * every offset stays true. All patterns of the culture are written for folded text: the library's
 * own word boundaries know no Polish letters.
 */
export function fold(text: string): string {
  return text.replace(/[^\x00-\x7F]/g, foldCharacter).toLowerCase();
}

function foldCharacter(character: string): string {
  const plain = plainForms[character];
  if (plain !== undefined) return plain;
  const base = character.normalize('NFKD').charAt(0);
  const lower = (/[\x20-\x7E]/.test(base) ? base : character).toLowerCase();
  return lower.length === 1 ? lower : character;
}
