import type { ServerResponse } from 'node:http';
import { html, type Html } from '../http/index.ts';

export type Page = {
  readonly title: string;
  readonly head: readonly Html[];
  readonly body: Html;
  /** Sources beyond "nothing at all", by CSP directive. */
  readonly policy: Readonly<Record<string, string>>;
};

const strictest: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** Answers with a page in Polish. Its policy allows what `page.policy` names and nothing else. */
export function sendPage(response: ServerResponse, page: Page): void {
  const document = html`<!doctype html>
    <html lang="pl">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        ${page.head}
      </head>
      ${page.body}
    </html> `;
  const policy = Object.entries({ ...strictest, ...page.policy });
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
  response.setHeader(
    'Content-Security-Policy',
    policy.map(([directive, sources]) => `${directive} ${sources}`).join('; '),
  );
  response.writeHead(200);
  response.end(document.html);
}
