/**
 * Markdown as text, because Messenger shows its marks: emphasis and headings lose them, a link becomes
 * its words and its address.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/^(\s*)[-*+]\s+/gm, '$1• ')
    .replace(/!?\[([^\]\n]*)\]\(([^)\s]+)\)/g, (_all, words: string, address: string) =>
      words === '' || words === address ? address : `${words}: ${address}`,
    )
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(^|[\s(„"])([*_])(?=\S)([^\n*_]*?[^\s*_])\2(?=$|[\s).,:;!?”"])/gm, '$1$3')
    .replace(/`([^`\n]+)`/g, '$1');
}
