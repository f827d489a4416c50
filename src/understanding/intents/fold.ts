/** The longest message that is read. What follows is ignored before any other work is done. */
export const maximumMessageLength = 600;

/** Letters that do not come apart into a base letter and a mark. */
const undividedLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

export function capMessage(text: string): string {
  return text.slice(0, maximumMessageLength);
}

/**
 * The message in lower case, without diacritics and invisible characters, with letters held down
 * ("kooood") written once. Readers type Polish with and without diacritics; both fold alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łđøæœß]/gu, (letter) => undividedLetters[letter] ?? letter)
    .replace(/(\p{L})\1{2,}/gu, '$1');
}

/**
 * The words of a folded text. A lone "e" belongs to the word after it, so that "e-book", "e book"
 * and "ebook" are one word. Emojis count only when there is nothing else: "👍" is an answer, but
 * a smile after a question changes nothing about it.
 */
export function wordsOf(folded: string): string[] {
  const words: string[] = [];
  let prefix = '';
  for (const word of folded.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (word === 'e' && prefix === '') {
      prefix = word;
      continue;
    }
    words.push(prefix + word);
    prefix = '';
  }
  if (prefix !== '') words.push(prefix);
  return words.length > 0 ? words : (folded.match(/\p{Extended_Pictographic}/gu) ?? []);
}

/** Folds a short text, such as a training message, down to its words joined by single spaces. */
export function foldedKey(text: string): string {
  return wordsOf(fold(capMessage(text))).join(' ');
}
