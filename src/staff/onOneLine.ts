/** Text of others that cannot move the cursor of a terminal, or break a line. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
