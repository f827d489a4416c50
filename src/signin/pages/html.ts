/** Text that is HTML already. Only `html` makes it. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly Html[] | null;

/** Puts HTML together. Every value that is not `Html` is escaped; `null` is nothing. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = '', ...rest] = literals;
  const joined = rest.map((literal, index) => render(parts[index] ?? null) + literal).join('');
  return { html: first + joined };
}

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
