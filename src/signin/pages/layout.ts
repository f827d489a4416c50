import { html, type Html } from '../../http/index.ts';

/** What stands around every sign-in page. */
export type PageFrame = {
  readonly libraryName: string;
  readonly skipToContent: string;
  readonly privacy: { readonly url: string; readonly label: string };
  readonly stylesheet: string;
};

export type Page = {
  /** Stands in the tab and is read out first. */
  readonly title: string;
  readonly content: Html;
  /** Where the browser goes on by itself. A form may not lead to another site, a page may. */
  readonly goesOnTo?: string;
};

/** A complete document, without scripts, in Polish. */
export function layout(frame: PageFrame, page: Page): string {
  return html`<!doctype html>
    <html lang="pl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} – ${frame.libraryName}</title>
        ${
          page.goesOnTo === undefined
            ? null
            : html`<meta http-equiv="refresh" content="0; url=${page.goesOnTo}" />`
        }
        <link rel="stylesheet" href="${frame.stylesheet}" />
      </head>
      <body>
        <a class="skip" href="#content">${frame.skipToContent}</a>
        <header>
          <p>${frame.libraryName}</p>
          <p><a href="${frame.privacy.url}">${frame.privacy.label}</a></p>
        </header>
        <main id="content" tabindex="-1">${page.content}</main>
      </body>
    </html> `.html;
}
