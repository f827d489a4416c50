import type { CardNumber } from '../library/index.ts';
import type { Log } from '../log.ts';
import type { Say } from '../text/index.ts';
import type { Clock } from '../clock.ts';
import { readCredentials } from './credentials.ts';
import { guardForm } from './formGuard.ts';
import type { FormProblem, LoginCookie, LoginCookies } from './loginCookie.ts';
import {
  withoutReferrer,
  type LoginRequest,
  type LoginResponse,
  type LoginResponses,
} from './loginResponse.ts';
import type { LoginView } from './loginView.ts';
import { networkStoppedPage } from './pages/noticePage.ts';
import type { CheckedGuess, PasswordCheck } from './passwordCheck.ts';
import type { SignInEvent } from './signInEvent.ts';
import type { FoundTicket, Tickets } from './tickets.ts';

/** The sign-in page, one call for each of its routes. */
export type LoginPages = {
  /** GET /login/:ticket. Changes nothing: crawlers and mail scanners open every link. */
  open(request: LoginRequest, secret: string): Promise<LoginResponse>;
  /** GET /login. Changes nothing. */
  show(request: LoginRequest): Promise<LoginResponse>;
  /** POST /login */
  submit(request: LoginRequest, form: URLSearchParams): Promise<LoginResponse>;
  /** POST /login/cancel */
  cancel(request: LoginRequest, form: URLSearchParams): Promise<LoginResponse>;
};

export type LoginPagesParts = {
  readonly origin: string;
  readonly say: Say;
  readonly clock: Clock;
  readonly log: Log;
  readonly tickets: Tickets;
  readonly cookies: LoginCookies;
  readonly responses: LoginResponses;
  readonly view: LoginView;
  readonly checkPassword: PasswordCheck;
  readonly record: (event: SignInEvent) => Promise<void>;
  /** True on a computer of the library, where the next reader sits down soon. */
  readonly isShared: (found: FoundTicket, address: string) => boolean;
  /** Makes the session of a reader who proved everything on the page. */
  readonly signIn: (found: FoundTicket, card: CardNumber, address: string) => Promise<void>;
};

/** A form that may be answered: its ticket is open, and this browser may use it. */
type OpenForm = { readonly found: FoundTicket; readonly cookie: LoginCookie };

export function loginPages(parts: LoginPagesParts): LoginPages {
  const { origin, say, clock, log, tickets, cookies, responses, view, record } = parts;

  /** The form's ticket, when the form is ours, the ticket is open and the browser may use it. */
  async function formTicket(
    request: LoginRequest,
    form: URLSearchParams,
  ): Promise<OpenForm | { readonly response: LoginResponse }> {
    const guarded = guardForm(cookies, origin, request.headers, form);
    if (guarded.outcome !== 'ours') {
      log.warn('signin.formRefused', { outcome: guarded.outcome });
      return { response: view.notice(guarded.outcome) };
    }
    const { cookie } = guarded;
    const found = await tickets.find(cookie.secret);
    if (found?.stage !== 'open') return { response: responses.toLogin() };
    if (view.allows(request, found) === 'refuse') {
      log.warn('signin.otherBrowser');
      return { response: view.notice('otherBrowser') };
    }
    return { found, cookie };
  }

  /** The password was right: spends the ticket, unless somebody did so meanwhile. */
  async function accept(
    request: LoginRequest,
    { found, cookie }: OpenForm,
    card: CardNumber,
  ): Promise<LoginResponse> {
    const allowed = view.allows(request, found);
    if (allowed === 'refuse') return view.notice('otherBrowser');
    const accepted = await tickets.accept(cookie.secret, card, allowed);
    switch (accepted.outcome) {
      case 'gone':
        return responses.toLogin();
      case 'signIn':
        await parts.signIn(found, card, request.address);
        return responses.toLogin(cookies.write({ ...cookie, problem: null }));
      case 'showCode':
        await record({ name: 'codeShown', card, chat: found.chat });
        return responses.toLogin(cookies.write({ ...cookie, code: accepted.code, problem: null }));
    }
  }

  /** Shows the form again, with what was wrong. Always by a redirect, so that Back and reload work. */
  function formAgain(cookie: LoginCookie, problem: FormProblem): LoginResponse {
    return responses.toLogin(cookies.write({ ...cookie, problem }));
  }

  async function answer(
    request: LoginRequest,
    { found, cookie }: OpenForm,
    card: string,
    { answer, account, network }: CheckedGuess,
  ): Promise<LoginResponse> {
    switch (answer.outcome) {
      case 'right':
        return accept(request, { found, cookie }, answer.card);
      case 'wrong':
      case 'accountWaits': {
        const cause = answer.outcome;
        await record({ name: 'passwordRefused', cause, account, network, chat: found.chat });
        return formAgain(cookie, { kind: 'refused', missing: [], card });
      }
      case 'libraryUnavailable':
        log.error('signin.libraryUnavailable');
        await tickets.returnFormTry(cookie.secret);
        return formAgain(cookie, { kind: 'libraryUnavailable', missing: [], card });
      case 'networkStopped': {
        log.warn('signin.networkStopped');
        await tickets.returnFormTry(cookie.secret);
        const secondsLeft = Math.ceil((answer.until.getTime() - clock().getTime()) / 1000);
        const page = networkStoppedPage(say, secondsLeft);
        return responses.page(429, page, { 'Retry-After': String(secondsLeft) });
      }
    }
  }

  return {
    async open(request, secret) {
      const found = await tickets.find(secret);
      if (!found) return withoutReferrer(view.notice('expired'));
      const known = cookies.read(request);
      if (known?.secret === secret) {
        return withoutReferrer(responses.toLogin(cookies.write({ ...known, problem: null })));
      }
      if (found.stage !== 'open' || view.allows(request, found) === 'refuse') {
        return withoutReferrer(view.ticket(request, found, cookies.open(secret)));
      }
      return withoutReferrer(responses.toLogin(cookies.write(cookies.open(secret))));
    },

    async show(request) {
      const cookie = cookies.read(request);
      if (!cookie) return view.notice('noLink');
      const found = await tickets.find(cookie.secret);
      return found ? view.ticket(request, found, cookie) : view.notice('expired');
    },

    async submit(request, form) {
      const open = await formTicket(request, form);
      if ('response' in open) return open.response;
      const { found, cookie } = open;
      const read = readCredentials(form);
      // The next reader at a library computer must not find the last one's card number.
      const isShared = parts.isShared(found, request.address);
      const card = isShared || read.outcome === 'impossible' ? '' : read.card;
      if (read.outcome === 'incomplete') {
        return formAgain(cookie, { kind: 'incomplete', missing: read.missing, card });
      }
      if (!(await tickets.takeFormTry(cookie.secret))) return responses.toLogin();
      const credentials = read.outcome === 'complete' ? read.credentials : null;
      const checked = await parts.checkPassword({ credentials, address: request.address });
      return answer(request, open, card, checked);
    },

    async cancel(request, form) {
      const open = await formTicket(request, form);
      if ('response' in open) return open.response;
      const { found, cookie } = open;
      if (await tickets.cancel(cookie.secret)) {
        await record({ name: 'linkCancelled', chat: found.chat });
      }
      return responses.toLogin(cookies.write({ ...cookie, problem: null }));
    },
  };
}
