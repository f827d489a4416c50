import type { CardNumber } from '../library/index.ts';
import type { Log } from '../log.ts';
import type { Say } from '../text/index.ts';
import type { Clock } from '../clock.ts';
import { readCredentials } from './credentials.ts';
import { guardForm } from './formGuard.ts';
import type { LoginCookie, LoginCookies } from './loginCookie.ts';
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
  /** Makes the session of a reader who proved everything on the page. */
  readonly signIn: (found: FoundTicket, card: CardNumber, address: string) => Promise<void>;
};

export function loginPages(parts: LoginPagesParts): LoginPages {
  const { origin, say, clock, log, tickets, cookies, responses, view, record } = parts;

  /** The form's ticket, when the form is ours, the ticket is open and the browser may use it. */
  async function formTicket(
    request: LoginRequest,
    form: URLSearchParams,
  ): Promise<{ found: FoundTicket; cookie: LoginCookie } | { response: LoginResponse }> {
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
    found: FoundTicket,
    cookie: LoginCookie,
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
        return responses.toLogin();
      case 'showCode':
        await record({ name: 'codeShown', card, chat: found.chat });
        return responses.toLogin(cookies.write({ ...cookie, code: accepted.code }));
    }
  }

  async function answer(
    request: LoginRequest,
    found: FoundTicket,
    cookie: LoginCookie,
    card: string,
    checked: CheckedGuess,
  ): Promise<LoginResponse> {
    const { answer, account, network } = checked;
    switch (answer.outcome) {
      case 'right':
        return accept(request, found, cookie, answer.card);
      case 'wrong':
      case 'accountWaits': {
        const cause = answer.outcome;
        await record({ name: 'passwordRefused', cause, account, network, chat: found.chat });
        const problem = { kind: 'refused' } as const;
        return (await tickets.find(cookie.secret))?.stage === 'open'
          ? view.form(found, cookie, { status: 422, card, problem })
          : view.notice('usedUp');
      }
      case 'libraryUnavailable': {
        log.error('signin.libraryUnavailable');
        await tickets.returnFormTry(cookie.secret);
        const problem = { kind: 'libraryUnavailable' } as const;
        return view.form(found, cookie, { status: 503, card, problem });
      }
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
      if (known?.secret === secret) return withoutReferrer(responses.toLogin());
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
      const ticket = await formTicket(request, form);
      if ('response' in ticket) return ticket.response;
      const { found, cookie } = ticket;
      const read = readCredentials(form);
      if (read.outcome === 'incomplete') {
        const problem = { kind: 'incomplete', missing: read.missing } as const;
        return view.form(found, cookie, { status: 422, card: read.card, problem });
      }
      if (!(await tickets.takeFormTry(cookie.secret))) return responses.toLogin();
      const credentials = read.outcome === 'complete' ? read.credentials : null;
      const checked = await parts.checkPassword({ credentials, address: request.address });
      return answer(request, found, cookie, credentials?.card ?? '', checked);
    },

    async cancel(request, form) {
      const ticket = await formTicket(request, form);
      if ('response' in ticket) return ticket.response;
      const { found, cookie } = ticket;
      if (await tickets.cancel(cookie.secret)) {
        await record({ name: 'linkCancelled', chat: found.chat });
      }
      return responses.toLogin();
    },
  };
}
