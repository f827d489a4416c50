import type { Say } from '../../text/index.ts';
import type { Credentials } from '../credentials.ts';
import type { FormProblem } from '../loginCookie.ts';
import { html, type Html } from '../../http/index.ts';
import type { Page } from './layout.ts';

export type SignInFormView = {
  readonly channelId: string;
  /** As a reader reads it. */
  readonly startedAt: string;
  readonly pairingNumber: string;
  readonly formToken: string;
  /** What was wrong with the form that was sent last; the password is never given back. */
  readonly problem: FormProblem | null;
  /** Where the reader proves who they are; `null`: here, by card and password. */
  readonly providerHost: string | null;
};

type FieldName = keyof Credentials;

/** Where the reader compares the chat, signs in, or says that somebody else is asking. */
export function signInForm(say: Say, view: SignInFormView): Page {
  const { problem, providerHost } = view;
  const title = say('signInPage.form.title');
  const token = html`<input type="hidden" name="token" value="${view.formToken}" />`;

  return {
    title: problem ? say('signInPage.form.titleWithProblem', { title }) : title,
    content: html`<h1>${title}</h1>
      ${problem ? problemBox(say, problem) : null} ${whoAsks(say, view)}
      <form id="sign-in" method="post" action="/login" novalidate>
        ${token} ${providerHost === null ? cardFields(say, problem) : whereTo(say, providerHost)}
      </form>
      <form id="not-me" method="post" action="/login/cancel">${token}</form>
      <div class="choice">
        <button form="sign-in" type="submit">${say('signInPage.form.signIn')}</button>
        <button form="not-me" type="submit" class="no">${say('signInPage.form.notMe')}</button>
      </div>
      <p class="hint">${say('signInPage.form.forgotten')}</p>`,
  };
}

function cardFields(say: Say, problem: FormProblem | null): Html {
  const isMissing = (name: FieldName): boolean => problem?.missing.includes(name) ?? false;
  const card = html`<input
    id="card"
    name="card"
    type="text"
    value="${problem?.card ?? ''}"
    autocomplete="username"
    autocapitalize="none"
    autocorrect="off"
    spellcheck="false"
    required
    ${described('card', isMissing('card'))}
  />`;
  const password = html`<input
    id="password"
    name="password"
    type="password"
    autocomplete="current-password"
    required
    ${described('password', isMissing('password'))}
  />`;
  return html`${field(say, 'card', isMissing('card'), card)}
  ${field(say, 'password', isMissing('password'), password)}`;
}

function whereTo(say: Say, host: string): Html {
  return html`<p>${say('signInPage.form.provider', { host })}</p>`;
}

function whoAsks(say: Say, view: SignInFormView): Html {
  return html`<section aria-labelledby="who-asks">
    <h2 id="who-asks">${say('signInPage.form.whoAsks')}</h2>
    <dl>
      <div>
        <dt>${say('signInPage.form.channelLabel')}</dt>
        <dd>${say('signInPage.form.channel', { channel: knownChannel(view.channelId) })}</dd>
      </div>
      <div>
        <dt>${say('signInPage.form.startedAtLabel')}</dt>
        <dd>${view.startedAt}</dd>
      </div>
      <div>
        <dt>${say('signInPage.form.pairingLabel')}</dt>
        <dd class="pairing">${view.pairingNumber}</dd>
      </div>
    </dl>
    <p>${say('signInPage.form.compare')}</p>
  </section>`;
}

function knownChannel(channelId: string) {
  switch (channelId) {
    case 'directline':
    case 'webchat':
    case 'facebook':
    case 'emulator':
      return channelId;
    default:
      return 'other';
  }
}

function problemBox(say: Say, problem: FormProblem): Html {
  const title = html`<h2>${say(`signInPage.problem.${problem.kind}`)}</h2>`;
  switch (problem.kind) {
    case 'incomplete':
      return html`<div class="problem" role="alert" tabindex="-1" autofocus>
        ${title}
        <ul>
          ${problem.missing.map(
            (name) => html`<li><a href="#${name}">${say(`signInPage.missing.${name}`)}</a></li>`,
          )}
        </ul>
      </div>`;
    case 'refused':
    case 'libraryUnavailable':
    case 'declined':
    case 'providerRefused':
    case 'noCard':
      return html`<div class="problem" role="alert" tabindex="-1" autofocus>
        ${title}
        <p>${say(`signInPage.problem.${problem.kind}Text`)}</p>
      </div>`;
  }
}

function field(say: Say, name: FieldName, isMissing: boolean, input: Html): Html {
  const missing = html`<p class="missing" id="${name}-missing">
    ${say(`signInPage.missing.${name}`)}
  </p>`;
  return html`<div class="field">
    <label for="${name}">${say(`signInPage.label.${name}`)}</label>
    <p class="hint" id="${name}-hint">${say(`signInPage.hint.${name}`)}</p>
    ${isMissing ? missing : null} ${input}
  </div>`;
}

/** Ties the hint and the error to the field, so that a screen reader reads them with it. */
function described(name: FieldName, isMissing: boolean): Html {
  return isMissing
    ? html`aria-invalid="true" aria-describedby="${name}-missing ${name}-hint"`
    : html`aria-describedby="${name}-hint"`;
}
