import type { Say } from '../text/index.ts';
import type { BrowserFiles } from './browserFiles.ts';
import { html } from '../http/index.ts';
import type { Page } from './page.ts';
import type { DemoReaderOnPage, WebOptions } from './webOptions.ts';

/**
 * A fictional library's page with the chat on it, as a library would embed it: the one line of the
 * loader. Lists the demo readers with their passwords, so it is for the demo only.
 */
export function demoPage(
  { say, library, publicUrl }: WebOptions,
  demo: { readonly readers: readonly DemoReaderOnPage[] },
  files: BrowserFiles,
): Page {
  const shows = whatReadersShow(say);
  const embed = `<script src="${publicUrl}/widget.js" defer></script>`;
  return {
    title: say('demoPage.documentTitle'),
    // As strict as a careful library's own page would be.
    policy: {
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'frame-src': publicUrl,
    },
    head: [
      html`<link rel="icon" href="${files.address('assistant.svg')}" type="image/svg+xml" />`,
      html`<link rel="stylesheet" href="${files.address('site.css')}" />`,
      html`<script src="${publicUrl}/widget.js" defer></script>`,
    ],
    body: html`<body class="demo">
      <header>
        <p class="ribbon">${say('demoPage.ribbon')}</p>
        <p class="brand">${say('demoPage.library')}</p>
        <nav aria-label="${say('demoPage.menu.label')}">
          <a href="#try">${say('demoPage.menu.reader')}</a>
          <a href="#readers">${say('demoPage.readers.title')}</a>
          <a href="#rehearse">${say('demoPage.rehearse.title')}</a>
          <a href="#embed">${say('demoPage.embed.title')}</a>
        </nav>
      </header>
      <main>
        <section class="hero">
          <h1>${say('demoPage.hero.title')}</h1>
          <p>${say('demoPage.hero.text', { button: say('widget.loader.open') })}</p>
        </section>
        <section id="try">
          <h2>${say('demoPage.try.title')}</h2>
          <ul>
            <li>${say('demoPage.try.ask')}</li>
            <li>${say('demoPage.try.check')}</li>
            <li>${say('demoPage.try.claim')}</li>
            <li>${say('demoPage.try.keyboard')}</li>
          </ul>
        </section>
        <section id="readers">
          <h2>${say('demoPage.readers.title')}</h2>
          <p>${say('demoPage.readers.text')}</p>
          <div
            class="wide"
            tabindex="0"
            role="region"
            aria-label="${say('demoPage.readers.title')}"
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">${say('demoPage.readers.name')}</th>
                  <th scope="col">${say('demoPage.readers.card')}</th>
                  <th scope="col">${say('demoPage.readers.password')}</th>
                  <th scope="col">${say('demoPage.readers.shows')}</th>
                </tr>
              </thead>
              <tbody>
                ${demo.readers.map(
                  ({ id, name, card, password }) =>
                    html`<tr>
                      <th scope="row">${name}</th>
                      <td><code>${card}</code></td>
                      <td><code>${password}</code></td>
                      <td>${shows[id] ?? ''}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </section>
        <section id="rehearse">
          <h2>${say('demoPage.rehearse.title')}</h2>
          <p>${say('demoPage.rehearse.text')}</p>
          <pre tabindex="0"><code>DEMO_NOW=2026-12-09T23:59 npm start</code></pre>
        </section>
        <section id="embed">
          <h2>${say('demoPage.embed.title')}</h2>
          <p>${say('demoPage.embed.text')}</p>
          <pre tabindex="0"><code>${embed}</code></pre>
          <p>${say('demoPage.embed.options')}</p>
          <p>${say('demoPage.embed.policy', { address: publicUrl })}</p>
        </section>
      </main>
      <footer>
        <a href="${library.privacyPage}">${say('demoPage.privacy')}</a>
      </footer>
    </body>`,
  };
}

function whatReadersShow(say: Say): Readonly<Record<string, string>> {
  return {
    eligible: say('demoPage.shows.eligible'),
    alsoEligible: say('demoPage.shows.alsoEligible'),
    finedReader: say('demoPage.shows.finedReader'),
    withoutLoan: say('demoPage.shows.withoutLoan'),
    unconfirmed: say('demoPage.shows.unconfirmed'),
    overdue: say('demoPage.shows.overdue'),
    notActivated: say('demoPage.shows.notActivated'),
    alreadyClaimed: say('demoPage.shows.alreadyClaimed'),
    severalReasons: say('demoPage.shows.severalReasons'),
    cannotTell: say('demoPage.shows.cannotTell'),
    refusedAndUnknown: say('demoPage.shows.refusedAndUnknown'),
    blocked: say('demoPage.shows.blocked'),
  };
}
