import type { Say } from '../../text/index.ts';
import { networkOf } from '../../http/index.ts';
import type { FormCheck } from '../cardForm.ts';
import type { LoginCookies } from '../loginCookie.ts';
import {
  withoutReferrer,
  type LoginRequest,
  type LoginResponse,
  type LoginResponses,
} from '../loginResponse.ts';
import type { LoginView } from '../loginView.ts';
import { leavingPage } from '../pages/leavingPage.ts';
import type { SignInEvent } from '../signInEvent.ts';
import type { OpenForm, TicketForm } from '../ticketForm.ts';
import type { FoundTicket } from '../tickets.ts';
import type { IdentityProvider, ProviderAnswer } from './identityProvider.ts';

/**
 * Sign-in at an identity provider. It takes the place of the password only: the link, the browser it
 * is bound to and the typed code stay, because a provider does not know who sent the reader the link.
 */
export type ProviderVisits = {
  /** POST /login: the reader compared the page with the chat, and goes on. */
  readonly begin: FormCheck;
  /** GET /login/provider. Changes nothing. */
  leave(request: LoginRequest): Promise<LoginResponse>;
  /** GET /login/callback: the browser brings the provider's answer. */
  comeBack(request: LoginRequest, answer: URLSearchParams): Promise<LoginResponse>;
  /** GET /login/sign-out. The provider asks before it forgets anybody. */
  signOut(): Promise<LoginResponse>;
  /** GET /login/signed-out */
  signedOut(): LoginResponse;
};

const toProvider = '/login/provider';
/** So many characters and more stand in no honest answer. */
const longestAnswer = 4096;

export function providerVisits(parts: {
  readonly provider: IdentityProvider;
  readonly say: Say;
  readonly ticketForm: TicketForm;
  readonly cookies: LoginCookies;
  readonly responses: LoginResponses;
  readonly view: LoginView;
  readonly record: (event: SignInEvent) => Promise<void>;
  /** True on a computer of the library, where the provider may still know the last reader. */
  readonly isShared: (found: FoundTicket, address: string) => boolean;
}): ProviderVisits {
  const { provider, say, ticketForm, cookies, responses, view, record } = parts;

  /** The form with what went wrong. */
  async function settle(
    request: LoginRequest,
    open: OpenForm,
    answer: ProviderAnswer,
  ): Promise<LoginResponse> {
    const { found, cookie } = open;
    const again = (kind: Parameters<TicketForm['again']>[1]['kind']) =>
      ticketForm.again(cookie, { kind, missing: [], card: '' });
    switch (answer.outcome) {
      case 'right':
        return ticketForm.accept(request, open, answer.card);
      case 'unavailable':
        await ticketForm.returnTry(open);
        return again('libraryUnavailable');
      case 'declined':
      case 'refused':
      case 'noCard': {
        const cause = answer.outcome;
        const network = networkOf(request.address);
        await record({ name: 'providerRefused', cause, network, chat: found.chat });
        return again(cause === 'refused' ? 'providerRefused' : cause);
      }
    }
  }

  return {
    begin(_request, { cookie }) {
      const visit = provider.newVisit();
      const setCookie = cookies.write({ ...cookie, problem: null, visit });
      return Promise.resolve(responses.redirect(toProvider, setCookie));
    },

    async leave(request) {
      const cookie = cookies.read(request);
      if (!cookie) return view.notice('noLink');
      const open = await ticketForm.openHeld(request, cookie);
      if ('response' in open) return open.response;
      if (cookie.visit === null) return responses.toLogin();
      const asksAgain = parts.isShared(open.found, request.address);
      const address = await provider.signInAddress(cookie.visit, asksAgain);
      if (address === null) {
        return ticketForm.again(cookie, { kind: 'libraryUnavailable', missing: [], card: '' });
      }
      return withoutReferrer(responses.page(200, leavingPage(say, provider.host, address)));
    },

    async comeBack(request, answer) {
      const cookie = cookies.read(request);
      if (!cookie) return withoutReferrer(view.notice('noLink'));
      const { visit } = cookie;
      // Of another tab, of another browser, or forged: it must not end the visit that is under way.
      if (visit === null || answer.get('state') !== visit.state) {
        return withoutReferrer(view.notice('outdated'));
      }
      const open = await ticketForm.openHeld(request, cookie);
      if ('response' in open) return withoutReferrer(open.response);
      const { found } = open;
      if (!(await ticketForm.takeTry(open))) return withoutReferrer(responses.toLogin());
      const since = parts.isShared(found, request.address)
        ? new Date(found.ticket.createdAt)
        : null;
      const identified: ProviderAnswer =
        String(answer).length > longestAnswer
          ? { outcome: 'refused' }
          : await provider.identify(answer, visit, since);
      return withoutReferrer(await settle(request, open, identified));
    },

    async signOut() {
      const address = await provider.signOutAddress();
      return address === null
        ? view.notice('signOutUnavailable')
        : withoutReferrer(responses.redirect(address));
    },

    signedOut: () => view.notice('signedOutElsewhere'),
  };
}
