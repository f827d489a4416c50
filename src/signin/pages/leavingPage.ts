import type { Say } from '../../text/index.ts';
import { html } from '../../http/index.ts';
import type { Page } from './layout.ts';

/** Leads to the identity provider, by itself and by a link, and says whose page comes next. */
export function leavingPage(say: Say, host: string, address: string): Page {
  const title = say('signInPage.leaving.title');
  return {
    title,
    goesOnTo: address,
    content: html`<h1>${title}</h1>
      <p>${say('signInPage.leaving.text', { host })}</p>
      <p><a href="${address}">${say('signInPage.leaving.goOn')}</a></p>`,
  };
}
