/** Stands for text that names no date. Nothing matches it, and it is as long as what it hides. */
export const maskCharacter = '\uE0FE';

export function mask(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce(
    (masked, pattern) => masked.replace(pattern, (match) => maskCharacter.repeat(match.length)),
    text,
  );
}
