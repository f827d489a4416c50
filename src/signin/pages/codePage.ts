import type { Say } from '../../text/index.ts';
import { html } from '../../http/index.ts';
import type { Page } from './layout.ts';

/** Shows the code that the reader types in the chat. `secondsLeft` is how long it still works. */
export function codePage(say: Say, code: string, secondsLeft: number): Page {
  const title = say('signInPage.code.title');
  const minutes = Math.max(1, Math.ceil(secondsLeft / 60));
  return {
    title,
    content: html`<h1>${title}</h1>
      <p class="code">
        <span class="hidden">${say('signInPage.code.label')}: </span>${grouped(code)}
      </p>
      <p><strong>${say('signInPage.code.warning')}</strong></p>
      <p>${say('signInPage.code.validity', { minutes })}</p>
      <p>${say('signInPage.code.notYours')}</p>`,
  };
}

/** `123456` reads and types better as `123 456`; the chat takes both. */
function grouped(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1 ');
}
