import { setTimeout as pauseForReal } from 'node:timers/promises';
import type { CardNumber } from '../library/index.ts';
import { cardForm } from './cardForm.ts';
import { countLive, pseudonyms } from './accountSessions.ts';
import type { Chat } from './chat.ts';
import { chatBrowser } from './chatBrowser.ts';
import type { SessionKind } from './chatRecord.ts';
import { chatRecords } from './chatRecords.ts';
import { cookieJar } from './cookies.ts';
import { dialogSignIn } from './dialogSignIn.ts';
import { linkAllowance } from './linkAllowance.ts';
import { loginCookies } from './loginCookie.ts';
import { loginPages, type LoginPages } from './loginPages.ts';
import { loginResponses } from './loginResponse.ts';
import { mountLoginRoutes } from './loginRoutes.ts';
import { loginView } from './loginView.ts';
import { providerVisits } from './oidc/providerVisits.ts';
import { pageFrame } from './pageFrame.ts';
import { passwordCheck } from './passwordCheck.ts';
import { secureOrigin } from './secureOrigin.ts';
import { openSessions } from './sessions.ts';
import type { SignInEvent } from './signInEvent.ts';
import type { SignInOptions, SignInService } from './signInOptions.ts';
import { signInPolicy } from './signInPolicy.ts';
import { shippedProof, type SignInProof } from './signInProof.ts';
import { openSignInRecords } from './signInRecords.ts';
import { accountThrottle } from './throttle/accountThrottle.ts';
import { addressThrottle } from './throttle/addressThrottle.ts';
import { overallThrottle } from './throttle/overallThrottle.ts';
import { ticketForm as openTicketForm } from './ticketForm.ts';
import { openTickets, type FoundTicket } from './tickets.ts';

/**
 * Opens sign-in. Nothing runs until it is asked or mounted. Throws a `SignInAddressError`. `proof` is
 * for tests that show why the shipped one is needed.
 */
export async function openSignIn(
  options: SignInOptions,
  proof: SignInProof = shippedProof,
): Promise<SignInService & { readonly pages: LoginPages }> {
  const { clock, say, log, deriveKeys, publicUrl } = options;
  const { policy = signInPolicy, pause = pauseForReal } = options;
  const origin = secureOrigin(publicUrl);

  const records = await openSignInRecords(options.openRecords);
  const pseudonymOf = pseudonyms(deriveKeys);

  const chats = chatRecords(records.chats, policy);
  const tickets = openTickets({
    chats,
    clock,
    policy,
    index: records.tickets,
    codeKeys: deriveKeys('signin.code'),
  });
  const sessions = openSessions({
    chats,
    clock,
    pseudonymOf,
    accounts: records.sessions,
    policy: policy.session,
  });
  const allowance = linkAllowance(records.links, clock, policy.ticket);
  const accounts = accountThrottle(records.accountFailures, clock, policy.account);

  const jar = cookieJar(publicUrl);
  const browsers = chatBrowser(records.browsers, jar, clock, policy.browserBinding);
  const cookies = loginCookies(jar, deriveKeys('signin.form'), policy);
  const responses = loginResponses(pageFrame(say, options.library), publicUrl);
  const view = loginView({
    say,
    clock,
    proof,
    browsers,
    cookies,
    responses,
    isShownCode: tickets.isShownCode,
    providerHost: options.provider?.host ?? null,
  });

  async function record(event: SignInEvent): Promise<void> {
    try {
      await options.audit(event, clock());
    } catch (error) {
      log.error('signin.auditFailed', { outcome: event.name, error });
    }
  }

  const telling = new Set<Promise<void>>();
  /** The chat goes on by itself; the page does not wait for it. */
  function tellChat(chat: Chat): void {
    const told = Promise.resolve(chat)
      .then(options.onSignedIn)
      .catch((error: unknown) => log.error('signin.chatNotTold', { error }))
      .finally(() => telling.delete(told));
    telling.add(told);
  }

  async function startSession(chat: Chat, card: CardNumber, kind: SessionKind): Promise<void> {
    await sessions.start(chat, card, kind);
    await record({ name: 'signedIn', card, chat });
  }

  const checkPassword = passwordCheck({
    accounts,
    clock,
    pause,
    policy,
    pseudonymOf,
    library: options.accounts,
    addresses: addressThrottle(records.addressFailures, clock, policy.address),
    overall: overallThrottle(records.overallFailures, clock, policy.overall),
    isLibraryNetwork: options.isLibraryNetwork,
    onAttack: () => {
      log.error('signin.underAttack');
      void record({ name: 'underAttack' });
    },
  });

  const isShared = ({ ticket }: FoundTicket, address: string): boolean =>
    ticket.onLibraryComputer || options.isLibraryNetwork(address);

  const ticketForm = openTicketForm({
    origin,
    log,
    tickets,
    allowance,
    cookies,
    responses,
    view,
    record,
    async signIn(found, card, address) {
      const kind = isShared(found, address) ? 'libraryComputer' : 'personal';
      await allowance.giveBack(found.chat, found.ticket);
      await startSession(found.chat, card, kind);
      tellChat(found.chat);
    },
  });
  const steps = { say, tickets, ticketForm, cookies, responses, view, record, isShared };
  const provider = options.provider
    ? providerVisits({ ...steps, provider: options.provider })
    : null;
  const check = provider?.begin ?? cardForm({ ...steps, clock, log, checkPassword });
  const pages = loginPages({ ...steps, check, provider });

  return {
    ...dialogSignIn({
      origin,
      proof,
      browsers,
      allowance,
      tickets,
      sessions,
      startSession,
      record,
    }),
    pages,
    mount: (server) => mountLoginRoutes(server, { pages, view, log, addressOf: options.addressOf }),
    ensureBrowser: (request, response, computer) =>
      computer?.isLibraryComputer ? browsers.renew(response) : browsers.ensure(request, response),
    forgetBrowser(response) {
      browsers.forget(response);
      cookies.forget(response);
    },
    bindBrowser: (conversationId, browser, computer) =>
      browsers.bind(conversationId, {
        browser,
        onLibraryComputer: computer?.isLibraryComputer ?? false,
      }),

    sessionStateOf: (chat) => sessions.stateOf(chat),
    sessionsOf: (card) => countLive(records.sessions, pseudonymOf(card), clock),
    async endSessions(card) {
      await sessions.endAll(card);
      await record({ name: 'sessionsEnded', card });
    },
    unlock: (card) => accounts.reset(pseudonymOf(card)),

    purge: () => records.purge(clock()),
    async close() {
      await Promise.all(telling);
      await records.close();
    },
  };
}
