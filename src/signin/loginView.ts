import type { Clock } from '../clock.ts';
import { formatMoment, type Say } from '../text/index.ts';
import type { ChatBrowser } from './chatBrowser.ts';
import type { LoginCookie, LoginCookies } from './loginCookie.ts';
import type { LoginRequest, LoginResponse, LoginResponses } from './loginResponse.ts';
import { codePage } from './pages/codePage.ts';
import { noticePage, noticeStatus, type Notice } from './pages/noticePage.ts';
import { signInForm } from './pages/signInForm.ts';
import type { SignInProof } from './signInProof.ts';
import type { FoundTicket } from './tickets.ts';

/** Shows how a ticket stands. Showing changes nothing, however often and by whomever it is asked. */
export type LoginView = {
  notice(notice: Notice, status?: number): LoginResponse;
  /** The page that fits the ticket's stage, for a browser that opened its link. */
  ticket(request: LoginRequest, found: FoundTicket, cookie: LoginCookie): LoginResponse;
  /** What this browser may do with the ticket after the right password. */
  allows(request: LoginRequest, found: FoundTicket): ReturnType<SignInProof['pageFor']>;
};

export function loginView(parts: {
  readonly say: Say;
  readonly clock: Clock;
  readonly proof: SignInProof;
  readonly browsers: ChatBrowser;
  readonly cookies: LoginCookies;
  readonly responses: LoginResponses;
  readonly isShownCode: (found: FoundTicket, code: string) => boolean;
  /** Host of the identity provider; `null` where the form asks for card and password itself. */
  readonly providerHost: string | null;
}): LoginView {
  const { say, clock, proof, browsers, cookies, responses } = parts;

  const notice = (name: Notice, status = noticeStatus[name]): LoginResponse =>
    responses.page(status, noticePage(say, name));

  function allows({ headers }: LoginRequest, { ticket }: FoundTicket) {
    const isChatsBrowser = ticket.browser !== null && browsers.of({ headers }) === ticket.browser;
    return proof.pageFor(ticket.method, isChatsBrowser);
  }

  function form({ chat, ticket }: FoundTicket, cookie: LoginCookie): LoginResponse {
    const page = signInForm(say, {
      channelId: chat.channelId,
      startedAt: formatMoment(new Date(ticket.createdAt)),
      pairingNumber: ticket.pairingNumber,
      formToken: cookies.formToken(cookie),
      problem: cookie.problem,
      providerHost: parts.providerHost,
    });
    return responses.page(200, page);
  }

  function signedIn({ ticket }: FoundTicket): LoginResponse {
    const name = ticket.method === 'sameBrowser' ? 'signedInHere' : 'signedInElsewhere';
    return responses.page(noticeStatus[name], noticePage(say, name, parts.providerHost !== null));
  }

  function shownCode(found: FoundTicket, { code }: LoginCookie): LoginResponse {
    const { stage } = found.ticket;
    if (code === null || stage.name !== 'codeShown' || !parts.isShownCode(found, code)) {
      return notice('codeElsewhere');
    }
    const secondsLeft = (stage.expiresAt - clock().getTime()) / 1000;
    return responses.page(200, codePage(say, code, secondsLeft));
  }

  return {
    notice,
    allows,
    ticket(request, found, cookie) {
      if (allows(request, found) === 'refuse') return notice('otherBrowser');
      switch (found.stage) {
        case 'open':
          return form(found, cookie);
        case 'codeShown':
          return shownCode(found, cookie);
        case 'signedIn':
          return signedIn(found);
        case 'cancelled':
        case 'usedUp':
        case 'expired':
          return notice(found.stage);
      }
    },
  };
}
