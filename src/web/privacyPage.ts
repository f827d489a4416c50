import type { BrowserFiles } from './browserFiles.ts';
import { contactLine } from './contactLine.ts';
import { html, paragraphs, type Html } from '../http/index.ts';
import type { Page } from './page.ts';
import type { WebOptions } from './webOptions.ts';

/** What the chat keeps about a reader, why and for how long. GDPR, article 13. */
export function privacyPage({ say, library }: WebOptions, files: BrowserFiles): Page {
  const kept: readonly (readonly [string, string])[] = [
    [say('privacy.what.talk'), say('privacy.what.talkTime')],
    [say('privacy.what.messages'), say('privacy.what.messagesTime')],
    [say('privacy.what.session'), say('privacy.what.sessionTime')],
    [say('privacy.what.code'), say('privacy.what.codeTime')],
    [say('privacy.what.list'), say('privacy.what.listTime')],
    [say('privacy.what.questions'), say('privacy.what.questionsTime')],
    [say('privacy.what.log'), say('privacy.what.logTime')],
  ];
  const contact = contactLine(library);
  return {
    title: say('privacy.documentTitle', { library: library.shortName }),
    policy: { 'style-src': "'self'", 'img-src': "'self'" },
    head: [
      html`<link rel="icon" href="${files.address('assistant.svg')}" type="image/svg+xml" />`,
      html`<link rel="stylesheet" href="${files.address('site.css')}" />`,
    ],
    body: html`<body class="notice">
      <main>
        <h1>${say('privacy.title')}</h1>
        <div class="lead">${paragraphs(say('privacy.lead'))}</div>
        ${section(say('privacy.who.title'), say('privacy.who.text', { library: library.name, contact }))}
        ${section(say('privacy.automat.title'), say('privacy.automat.text'))}
        <section>
          <h2>${say('privacy.what.title')}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">${say('privacy.what.item')}</th>
                <th scope="col">${say('privacy.what.time')}</th>
              </tr>
            </thead>
            <tbody>
              ${kept.map(
                ([item, time]) =>
                  html`<tr>
                    <th scope="row">${item}</th>
                    <td>${time}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </section>
        ${section(say('privacy.not.title'), say('privacy.not.text'))}
        ${section(say('privacy.cookies.title'), say('privacy.cookies.text'))}
        ${section(say('privacy.others.title'), say('privacy.others.text'))}
        ${section(say('privacy.computers.title'), say('privacy.computers.text'))}
        <p><a href="/chat">${say('privacy.back')}</a></p>
      </main>
    </body>`,
  };
}

function section(title: string, text: string): Html {
  return html`<section>
    <h2>${title}</h2>
    ${paragraphs(text)}
  </section>`;
}
