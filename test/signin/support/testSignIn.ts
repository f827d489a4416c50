import { clientAddress } from '../../../src/http/index.ts';
import { createServer, listen, stop } from '../../../src/server.ts';
import type { Chat } from '../../../src/signin/index.ts';
import { chat, openSignInInMemory, type InMemoryOptions } from './signInInMemory.ts';
import { TestBrowser } from './testBrowser.ts';

export { chat };
export const minute = 60_000;

export const webChat = chat('directline', 'directline', 'conversation-1', 'dl_reader');
export const emulatorChat = chat('botframework', 'emulator', 'conversation-2', 'user-1');
export const messengerChat = chat('messenger', 'facebook', 'psid-1', 'psid-1');

export type TestSignIn = Awaited<ReturnType<typeof startSignIn>>;

/** The real sign-in on a real server, with a clock, a library and a memory that the test holds. */
export async function startSignIn(setup: InMemoryOptions = {}) {
  const trustedProxies = ['127.0.0.1'];
  const test = await openSignInInMemory({
    ...setup,
    options: { addressOf: (request) => clientAddress(request, trustedProxies), ...setup.options },
  });
  const { signIn, options } = test;
  const { log, clock } = options;
  const server = createServer({ log, clock, trustedProxies, keepAliveMs: 5_000 });
  signIn.mount(server);
  const port = await listen(server, '127.0.0.1', 0);

  return {
    ...test,
    url: `http://127.0.0.1:${port}`,

    newBrowser(address?: string): TestBrowser {
      return new TestBrowser({
        server: `http://127.0.0.1:${port}`,
        origin: options.publicUrl,
        ...(address !== undefined && { address }),
      });
    },

    /** Opens a web chat in the browser, as the website's widget does. Returns the cookies it sets. */
    async openChat(browser: TestBrowser, of: Chat = webChat, isLibraryComputer = false) {
      const setCookies: string[] = [];
      const response = { appendHeader: (_name: string, line: string) => setCookies.push(line) };
      // Of request and response only what is given here is used.
      const request = { headers: { cookie: browser.cookieHeader() } } as never;
      const hash = signIn.ensureBrowser(request, response as never, { isLibraryComputer });
      for (const line of setCookies) browser.keep(line);
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
