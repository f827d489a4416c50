import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Say } from '../text/index.ts';
import { readCredentials } from './credentials.ts';
import type { LoginRequest, LoginResponse, LoginResponses } from './loginResponse.ts';
import { networkStoppedPage } from './pages/noticePage.ts';
import type { CheckedGuess, PasswordCheck } from './passwordCheck.ts';
import type { SignInEvent } from './signInEvent.ts';
import type { OpenForm, TicketForm } from './ticketForm.ts';
import type { FoundTicket } from './tickets.ts';

/** Answers a form that was sent for an open ticket. */
export type FormCheck = (
  request: LoginRequest,
  open: OpenForm,
  form: URLSearchParams,
) => Promise<LoginResponse>;

export type CardFormParts = {
  readonly say: Say;
  readonly clock: Clock;
  readonly log: Log;
  readonly ticketForm: TicketForm;
  readonly responses: LoginResponses;
  readonly checkPassword: PasswordCheck;
  readonly record: (event: SignInEvent) => Promise<void>;
  /** True on a computer of the library, where the next reader sits down soon. */
  readonly isShared: (found: FoundTicket, address: string) => boolean;
};

/** Checks the card and the password that a reader typed on our page. */
export function cardForm(parts: CardFormParts): FormCheck {
  const { say, clock, log, ticketForm, responses, record } = parts;

  async function answer(
    request: LoginRequest,
    open: OpenForm,
    card: string,
    { answer, account, network }: CheckedGuess,
  ): Promise<LoginResponse> {
    const { found, cookie } = open;
    switch (answer.outcome) {
      case 'right':
        return ticketForm.accept(request, open, answer.card);
      case 'wrong':
      case 'accountWaits': {
        const cause = answer.outcome;
        await record({ name: 'passwordRefused', cause, account, network, chat: found.chat });
        return ticketForm.again(cookie, { kind: 'refused', missing: [], card });
      }
      case 'libraryUnavailable':
        log.error('signin.libraryUnavailable');
        await ticketForm.returnTry(open);
        return ticketForm.again(cookie, { kind: 'libraryUnavailable', missing: [], card });
      case 'networkStopped': {
        log.warn('signin.networkStopped');
        await ticketForm.returnTry(open);
        const secondsLeft = Math.ceil((answer.until.getTime() - clock().getTime()) / 1000);
        const page = networkStoppedPage(say, secondsLeft);
        return responses.page(429, page, { 'Retry-After': String(secondsLeft) });
      }
    }
  }

  return async (request, open, form) => {
    const { found, cookie } = open;
    const read = readCredentials(form);
    // The next reader at a library computer must not find the last one's card number.
    const isShared = parts.isShared(found, request.address);
    const card = isShared || read.outcome === 'impossible' ? '' : read.card;
    if (read.outcome === 'incomplete') {
      return ticketForm.again(cookie, { kind: 'incomplete', missing: read.missing, card });
    }
    if (!(await ticketForm.takeTry(open))) return responses.toLogin();
    const credentials = read.outcome === 'complete' ? read.credentials : null;
    const checked = await parts.checkPassword({ credentials, address: request.address });
    return answer(request, open, card, checked);
  };
}
