import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** The certified OpenID provider on this machine, with the sign-in pages that it brings along. */
export type CertifiedProvider = {
  readonly issuer: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Registers the chat under the address where it was started. */
  register(chatUrl: string): void;
  /** While it is down, every connection is cut. */
  setDown(isDown: boolean): void;
  /** The next answer stays with the browser as a page. Returns how to read where it would have led. */
  holdAnswer(): () => string;
  stop(): Promise<void>;
};

const secret = 'a-secret-of-the-tests-0123456789abcdef';
/** Of whom the provider knows no library card. */
export const readerWithoutCard = 'nobody';

/**
 * Its address is `localhost`, which to a browser is another site than the chat's `127.0.0.1`, as it
 * is between a library and its provider. Whoever signs in has the card of that name.
 */
export async function startCertifiedProvider(): Promise<CertifiedProvider> {
  let answer: ReturnType<Provider['callback']> | null = null;
  let isDown = false;
  let hold: ((address: string) => void) | null = null;
  const server = createServer((request, response) => {
    if (isDown || !answer) {
      request.socket.destroy();
      return;
    }
    if (hold) holdUp(response, hold);
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`; // it listens on TCP

  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'chat',
      OIDC_CLIENT_SECRET: secret,
      OIDC_CARD_CLAIM: 'library_card',
      OIDC_SCOPE: 'openid library',
    },
    register(chatUrl) {
      answer = quietly(() => providerOf(issuer, chatUrl)).callback();
    },
    setDown: (value) => (isDown = value),
    holdAnswer() {
      let held = '';
      hold = (address) => {
        held = address;
        hold = null;
      };
      return () => held;
    },
    stop: () => close(server),
  };
}

/** Turns a redirect to the chat into a page. Playwright cannot stop the target of a redirect. */
function holdUp(response: ServerResponse, tell: (address: string) => void): void {
  const end = response.end.bind(response) as (body?: unknown) => ServerResponse; // one of its forms
  response.end = (body?: unknown) => {
    const address = response.getHeader('location');
    if (typeof address !== 'string' || !address.includes('/login/callback?')) return end(body);
    tell(address);
    response.statusCode = 200;
    for (const name of ['location', 'content-length']) response.removeHeader(name);
    response.setHeader('content-type', 'text/html');
    return end('<!doctype html><p>Held up</p>');
  };
}

function providerOf(issuer: string, chatUrl: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'chat',
        client_secret: secret,
        redirect_uris: [`${chatUrl}/login/callback`],
        post_logout_redirect_uris: [`${chatUrl}/login/signed-out`],
      },
    ],
    claims: { openid: ['sub'], library: ['library_card'] },
    scopes: ['openid', 'library'],
    pkce: { required: () => true },
    ttl: { AccessToken: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    cookies: { keys: ['keys-of-the-tests'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...(id !== readerWithoutCard && { library_card: id }) }),
    }),
  });
}

/** It warns that its keys and pages are not for use, which a test knows. */
function quietly<Made>(make: () => Made): Made {
  const { info, warn } = console;
  console.info = console.warn = () => undefined;
  try {
    return make();
  } finally {
    Object.assign(console, { info, warn });
  }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
