import type { Say } from '../../text/index.ts';
import { html, type Html } from '../../http/index.ts';
import type { Page } from './layout.ts';

export type Notice =
  | 'signedInHere'
  | 'signedInElsewhere'
  | 'cancelled'
  | 'expired'
  | 'noLink'
  | 'usedUp'
  | 'codeElsewhere'
  | 'otherBrowser'
  | 'outdated'
  | 'foreign'
  | 'failed'
  | 'storeAway'
  | 'signedOutElsewhere'
  | 'signOutUnavailable';

/** The status that goes with a notice. */
export const noticeStatus: Readonly<Record<Notice, number>> = {
  signedInHere: 200,
  signedInElsewhere: 200,
  cancelled: 200,
  expired: 410,
  noLink: 400,
  usedUp: 410,
  codeElsewhere: 410,
  otherBrowser: 403,
  outdated: 409,
  foreign: 403,
  failed: 500,
  storeAway: 503,
  signedOutElsewhere: 200,
  signOutUnavailable: 503,
};

/**
 * A page that says how things stand; there is nothing to fill in. `offersSignOut`: an identity
 * provider still knows the reader, which matters on a computer that others use.
 */
export function noticePage(say: Say, notice: Notice, offersSignOut = false): Page {
  const title = say(`signInPage.noticeTitle.${notice}`);
  const current = html`<p><a href="/login">${say('signInPage.currentPage')}</a></p>`;
  return {
    title,
    content: html`<h1>${title}</h1>
      <p>${say(`signInPage.notice.${notice}`)}</p>
      ${notice === 'outdated' ? current : null} ${offersSignOut ? providerSignOut(say) : null}`,
  };
}

/** Where the identity provider forgets the reader. */
export function providerSignOut(say: Say): Html {
  return html`<p>
    ${say('signInPage.providerSignOut.text')}
    <a href="/login/sign-out">${say('signInPage.providerSignOut.link')}</a>
  </p>`;
}

/** Too many failures came from the reader's network. */
export function networkStoppedPage(say: Say, secondsLeft: number): Page {
  const title = say('signInPage.networkStopped.title');
  const minutes = Math.max(1, Math.ceil(secondsLeft / 60));
  return {
    title,
    content: html`<h1>${title}</h1>
      <p>${say('signInPage.networkStopped.text', { minutes })}</p>`,
  };
}
