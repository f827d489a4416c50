/**
 * A code as a person would read it aloud: without case, hyphens and blanks. Two texts with the same
 * spelling are one code, and whoever loads both would give it to two readers.
 */
export function spellingOf(code: string): string {
  return code.toUpperCase().replace(/[-_\s]/g, '');
}
