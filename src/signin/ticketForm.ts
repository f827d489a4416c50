import type { CardNumber } from '../library/index.ts';
import type { Log } from '../log.ts';
import { guardForm } from './formGuard.ts';
import type { LinkAllowance } from './linkAllowance.ts';
import type { FormProblem, LoginCookie, LoginCookies } from './loginCookie.ts';
import type { LoginRequest, LoginResponse, LoginResponses } from './loginResponse.ts';
import type { LoginView } from './loginView.ts';
import type { SignInEvent } from './signInEvent.ts';
import type { FoundTicket, Tickets } from './tickets.ts';

/** A ticket that is open, in a browser that may use it. */
export type OpenForm = { readonly found: FoundTicket; readonly cookie: LoginCookie };

type Opened = OpenForm | { readonly response: LoginResponse };

/** What stands before and after every check of who the reader is, whoever checks. */
export type TicketForm = {
  /** For a form that was sent: it is ours, its ticket is open, and the browser may use it. */
  openSent(request: LoginRequest, form: URLSearchParams): Promise<Opened>;
  /** For a browser that shows which link it opened. */
  openHeld(request: LoginRequest, cookie: LoginCookie): Promise<Opened>;
  /** Counts one try before the reader is checked. False when the ticket allows no more. */
  takeTry(form: OpenForm): Promise<boolean>;
  /** Takes the count back, for a reader who could not be checked. */
  returnTry(form: OpenForm): Promise<void>;
  /** Spends the ticket for a reader who proved to own the card, unless somebody did so meanwhile. */
  accept(request: LoginRequest, form: OpenForm, card: CardNumber): Promise<LoginResponse>;
  /** Shows the form again, with what was wrong. Always by a redirect, so that Back and reload work. */
  again(cookie: LoginCookie, problem: FormProblem): LoginResponse;
};

export type TicketFormParts = {
  readonly origin: string;
  readonly log: Log;
  readonly tickets: Tickets;
  readonly allowance: LinkAllowance;
  readonly cookies: LoginCookies;
  readonly responses: LoginResponses;
  readonly view: LoginView;
  readonly record: (event: SignInEvent) => Promise<void>;
  /** Makes the session of a reader who proved everything on the page. */
  readonly signIn: (found: FoundTicket, card: CardNumber, address: string) => Promise<void>;
};

export function ticketForm(parts: TicketFormParts): TicketForm {
  const { origin, log, tickets, allowance, cookies, responses, view, record } = parts;

  async function openHeld(request: LoginRequest, cookie: LoginCookie): Promise<Opened> {
    const found = await tickets.find(cookie.secret);
    if (found?.stage !== 'open') return { response: responses.toLogin() };
    if (view.allows(request, found) === 'refuse') {
      log.warn('signin.otherBrowser');
      return { response: view.notice('otherBrowser') };
    }
    return { found, cookie };
  }

  return {
    openHeld,

    async openSent(request, form) {
      const guarded = guardForm(cookies, origin, request.headers, form);
      if (guarded.outcome !== 'ours') {
        log.warn('signin.formRefused', { outcome: guarded.outcome });
        return { response: view.notice(guarded.outcome) };
      }
      return openHeld(request, guarded.cookie);
    },

    async takeTry({ found, cookie }) {
      if (!(await tickets.takeFormTry(cookie.secret))) return false;
      await allowance.spend(found.chat, found.ticket);
      return true;
    },

    async returnTry({ found, cookie }) {
      await tickets.returnFormTry(cookie.secret);
      // Failures on the link before this one keep it spent.
      if (found.ticket.formTries === 0) {
        await allowance.giveBack(found.chat, found.ticket);
      }
    },

    async accept(request, { found, cookie }, card) {
      const allowed = view.allows(request, found);
      if (allowed === 'refuse') return view.notice('otherBrowser');
      const accepted = await tickets.accept(cookie.secret, card, allowed);
      const done = { ...cookie, problem: null, visit: null };
      switch (accepted.outcome) {
        case 'gone':
          return responses.toLogin();
        case 'signIn':
          await parts.signIn(found, card, request.address);
          return responses.toLogin(cookies.write(done));
        case 'showCode':
          await record({ name: 'codeShown', card, chat: found.chat });
          return responses.toLogin(cookies.write({ ...done, code: accepted.code }));
      }
    },

    again: (cookie, problem) =>
      responses.toLogin(cookies.write({ ...cookie, problem, visit: null })),
  };
}
