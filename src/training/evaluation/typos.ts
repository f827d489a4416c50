import { seededRandom } from '../../understanding/index.ts';

const shortestWord = 4;
const shareOfWords = 0.35;
const letters = 'aeioklmnprstuwyz';

/** The message as a hurried thumb types it: a slip in about every third longer word. */
export function withTypos(text: string, seed: number): string {
  const random = seededRandom(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length < shortestWord || random() >= shareOfWords) return word;
    const at = pick(word.length - 1);
    const [before, letter, next, after] = [
      word.slice(0, at),
      word.charAt(at),
      word.charAt(at + 1),
      word.slice(at + 2),
    ];
    const slips = [
      before + next + letter + after,
      before + next + after,
      before + letter + letter + next + after,
      before + letters.charAt(pick(letters.length)) + next + after,
    ];
    return slips[pick(slips.length)] ?? word;
  });
}

/** The message without Polish letters, as typed on a phone or a foreign keyboard. */
export function withoutDiacritics(text: string): string {
  return text
    .replace(/\u0142/g, 'l')
    .replace(/\u0141/g, 'L')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
