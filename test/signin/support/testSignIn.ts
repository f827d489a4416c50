import type { Server } from 'restify';
import { clientAddress } from '../../../src/http/index.ts';
import type { Log } from '../../../src/log.ts';
import { createServer, listen, stop } from '../../../src/server.ts';
import {
  openSignIn,
  type Chat,
  type SignInEvent,
  type SignInOptions,
} from '../../../src/signin/index.ts';
import { shippedProof, type SignInProof } from '../../../src/signin/signInProof.ts';
import { memoryRecords } from '../../support/memoryRecords.ts';
import { TestBrowser } from './testBrowser.ts';
import { testLibrary } from './testLibrary.ts';
import { signInWords } from './words.ts';

export const minute = 60_000;
export const hour = 60 * minute;

export const webChat = chat('directline', 'directline', 'conversation-1', 'dl_reader');
export const emulatorChat = chat('botframework', 'emulator', 'conversation-2', 'user-1');
export const messengerChat = chat('messenger', 'facebook', 'psid-1', 'psid-1');

export function chat(
  ingress: Chat['ingress'],
  channelId: string,
  conversationId: string,
  userId: string,
): Chat {
  return { ingress, channelId, conversationId, userId };
}

export type TestSignInOptions = {
  /** Default: a public https address. */
  readonly publicUrl?: string;
  readonly proof?: SignInProof;
  readonly options?: Partial<SignInOptions>;
};

export type TestSignIn = Awaited<ReturnType<typeof startSignIn>>;

/** The real sign-in on a real server, with a clock, a library and a memory that the test holds. */
export async function startSignIn(setup: TestSignInOptions = {}) {
  let now = Date.parse('2026-11-22T10:00:00Z');
  const clock = (): Date => new Date(now);
  const library = testLibrary();
  const records = memoryRecords(clock);
  const events: SignInEvent[] = [];
  const logged: string[] = [];
  const pauses: number[] = [];
  const signedIn: Chat[] = [];
  const write = (event: string): void => void logged.push(event);
  const log: Log = { info: write, warn: write, error: write };
  const publicUrl = setup.publicUrl ?? 'https://czat.example.org';
  const trustedProxies = ['127.0.0.1'];

  const options: SignInOptions = {
    accounts: library,
    clock,
    publicUrl,
    openRecords: records.open,
    deriveKey: (purpose) => new TextEncoder().encode(`${purpose}-key-for-tests`.padEnd(32, '.')),
    say: signInWords(),
    library: { name: 'Biblioteka <Próbna> & Spółka', privacyPage: '/prywatnosc' },
    onSignedIn: (one) => {
      signedIn.push(one);
      return Promise.resolve();
    },
    addressOf: (request) => clientAddress(request, trustedProxies),
    isLibraryNetwork: (address) => address.startsWith('10.1.'),
    audit: (event) => {
      events.push(event);
      return Promise.resolve();
    },
    log,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    ...setup.options,
  };
  const signIn = await openSignIn(options, setup.proof ?? shippedProof);
  const server: Server = createServer({ log, clock, trustedProxies, keepAliveMs: 5_000 });
  signIn.mount(server);
  const port = await listen(server, '127.0.0.1', 0);

  const newBrowser = (address?: string): TestBrowser =>
    new TestBrowser({
      server: `http://127.0.0.1:${port}`,
      origin: publicUrl,
      ...(address !== undefined && { address }),
    });

  return {
    signIn,
    options,
    library,
    records,
    events,
    logged,
    pauses,
    signedIn,
    clock,
    newBrowser,
    url: `http://127.0.0.1:${port}`,
    pass: (milliseconds: number) => (now += milliseconds),

    /** Opens a web chat in the browser, as the website's widget does. */
    async openChat(browser: TestBrowser, of: Chat = webChat, isLibraryComputer = false) {
      const setCookies: string[] = [];
      const hash = signIn.ensureBrowser(
        { headers: { cookie: cookieHeader(browser) } } as never,
        { appendHeader: (_name: string, value: string) => setCookies.push(value) } as never,
      );
      for (const line of setCookies) {
        const [name = '', value = ''] = (line.split('; ')[0] ?? '').split('=');
        browser.cookies.set(name, value);
      }
      await signIn.bindBrowser(of.conversationId, hash, { isLibraryComputer });
      return setCookies;
    },

    /** The address of a new link; fails the test when none is given. */
    async link(of: Chat = webChat): Promise<string> {
      const link = await signIn.createLink(of);
      if (link.outcome !== 'link') throw new Error('no link was given');
      return link.url;
    },

    async close() {
      await stop(server, 0);
      await signIn.close();
    },
  };
}

function cookieHeader(browser: TestBrowser): string {
  return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
