/** Text that is HTML already and goes into a page as it stands. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly Html[] | null;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes HTML of a template; what is put into it and is not HTML itself is escaped, `null` is nothing. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = template.map((piece, index) => piece + render(parts[index] ?? ''));
  return { html: text.join('') };
}

/** A sentence with line breaks as paragraphs: an empty line begins a new one. */
export function paragraphs(text: string): readonly Html[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => html`<p>${paragraph}</p>`);
}

/** JSON for a data block: no sequence in it can end the script element around it. */
export function jsonBlock(value: unknown): Html {
  return { html: JSON.stringify(value).replaceAll('<', '\\u003c') };
}

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map(render).join('');
}
