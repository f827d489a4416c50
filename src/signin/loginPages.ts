import type { FormCheck } from './cardForm.ts';
import type { LoginCookies } from './loginCookie.ts';
import {
  withoutReferrer,
  type LoginRequest,
  type LoginResponse,
  type LoginResponses,
} from './loginResponse.ts';
import type { LoginView } from './loginView.ts';
import type { ProviderVisits } from './oidc/providerVisits.ts';
import type { SignInEvent } from './signInEvent.ts';
import type { TicketForm } from './ticketForm.ts';
import type { Tickets } from './tickets.ts';

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
  /** Where readers prove who they are elsewhere; `null` where they do so on our page. */
  readonly provider: Omit<ProviderVisits, 'begin'> | null;
};

export type LoginPagesParts = {
  readonly tickets: Tickets;
  readonly ticketForm: TicketForm;
  readonly cookies: LoginCookies;
  readonly responses: LoginResponses;
  readonly view: LoginView;
  /** Checks what the form says, or leads to where it is checked. */
  readonly check: FormCheck;
  readonly provider: ProviderVisits | null;
  readonly record: (event: SignInEvent) => Promise<void>;
};

export function loginPages(parts: LoginPagesParts): LoginPages {
  const { tickets, ticketForm, cookies, responses, view, record } = parts;

  return {
    provider: parts.provider,

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
      const open = await ticketForm.openSent(request, form);
      return 'response' in open ? open.response : parts.check(request, open, form);
    },

    async cancel(request, form) {
      const open = await ticketForm.openSent(request, form);
      if ('response' in open) return open.response;
      const { found, cookie } = open;
      if (await tickets.cancel(cookie.secret)) {
        await record({ name: 'linkCancelled', chat: found.chat });
      }
      return responses.toLogin(cookies.write({ ...cookie, problem: null }));
    },
  };
}
