import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openIdProvider } from '../../../src/signin/oidc/openIdProvider.ts';
import { startLyingProvider, type Lie, type LyingProvider } from '../support/lyingProvider.ts';
import { codeOn, tokenOf, type Shown, type TestBrowser } from '../support/testBrowser.ts';
import { kowalska } from '../support/testLibrary.ts';
import {
  emulatorChat,
  minute,
  startSignIn,
  webChat,
  type TestSignIn,
} from '../support/testSignIn.ts';

const publicUrl = 'https://czat.example.org';
const libraryComputer = '10.1.0.7';

let server: LyingProvider;
let signIn: TestSignIn;
let reader: TestBrowser;

beforeEach(async () => {
  server = await startLyingProvider();
  const { issuer, clientId, clientSecret } = server;
  const settings = { issuer, clientId, clientSecret, cardClaim: 'library_card', scope: 'openid' };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  // The provider dates its tokens by the real time, so that the clock of the test is left alone.
  const clock = () => new Date();
  const provider = openIdProvider(settings, { publicUrl, clock, log });
  signIn = await startSignIn({ publicUrl, options: { provider, clock } });
  reader = signIn.newBrowser('192.0.2.1');
  await signIn.openChat(reader);
});
afterEach(async () => {
  await signIn.close();
  await server.stop();
});

/** Opens the link and goes on to the provider; the address of its page, with what it was given. */
async function leave(browser: TestBrowser, link: string): Promise<URLSearchParams> {
  const page = await browser.open(link);
  return addressOn(await browser.post('/login', { token: tokenOf(page.html) }));
}

function addressOn({ html }: Shown): URLSearchParams {
  const address = /content="0; url=([^"]*)"/.exec(html)?.[1] ?? '';
  return new URL(address.replaceAll('&amp;', '&'), publicUrl).searchParams;
}

/** Comes back from the provider, which says this of the visit. */
function comeBack(browser: TestBrowser, sent: URLSearchParams, lie?: Lie): Promise<Shown> {
  server.prepare(sent.get('nonce') ?? '', lie);
  return browser.open(`/login/callback?code=c&state=${sent.get('state')}`);
}

describe('a reader who proves at a provider who they are', () => {
  test('is signed in by coming back in the browser of the chat', async () => {
    const page = await comeBack(reader, await leave(reader, await signIn.link()));
    expect(page.title).toContain('Zalogowano');
    expect((await signIn.signIn.readerOf(webChat))?.card).toBe(kowalska.card);
    expect(signIn.signedIn).toEqual([webChat]);
  });

  test('still has to type the code in a chat whose browser nobody sees', async () => {
    const page = await comeBack(reader, await leave(reader, await signIn.link(emulatorChat)));
    const code = codeOn(page.html) ?? '';
    expect(await signIn.signIn.readerOf(emulatorChat)).toBeNull();
    expect(await signIn.signIn.submitCode(emulatorChat, code)).toBe('signedIn');
    expect((await signIn.signIn.readerOf(emulatorChat))?.card).toBe(kowalska.card);
  });

  test('gives no password here: one that is sent opens nothing', async () => {
    const page = await reader.open(await signIn.link());
    expect(page.html).not.toContain('type="password"');
    await reader.post('/login', { token: tokenOf(page.html), ...kowalska });
    expect(signIn.library.asked()).toBe(0);
    expect(await signIn.signIn.readerOf(webChat)).toBeNull();
  });

  test('must prove it anew on a computer of the library', async () => {
    const shared = signIn.newBrowser(libraryComputer);
    await signIn.openChat(shared);
    const sent = await leave(shared, await signIn.link());
    expect(sent.get('prompt')).toBe('login');
    const hourAgo = Math.floor((Date.now() - 60 * minute) / 1000);
    const page = await comeBack(shared, sent, { claims: { auth_time: hourAgo } });
    expect(page.title).toContain('Błąd');
    expect(await signIn.signIn.readerOf(webChat)).toBeNull();
  });

  test('may begin again, and only the newest visit counts', async () => {
    const first = await leave(reader, await signIn.link());
    const page = await reader.open('/login');
    const second = addressOn(await reader.post('/login', { token: tokenOf(page.html) }));
    expect((await comeBack(reader, first)).status).toBe(409);
    expect((await comeBack(reader, second)).title).toContain('Zalogowano');
  });

  test('reloads and goes back without harm', async () => {
    const sent = await leave(reader, await signIn.link());
    expect(addressOn(await reader.open('/login/provider'))).toEqual(sent);
    expect((await reader.open('/login')).title).toContain('Zaloguj się');
    await comeBack(reader, sent);
    expect((await comeBack(reader, sent)).status).toBe(409);
    expect((await reader.open('/login/provider')).title).toContain('Zalogowano');
  });
});

describe('nobody gets in as somebody else by a provider', () => {
  test('A12: a reader who brings an answer to the link of an attacker’s chat changes nothing', async () => {
    const attacker = signIn.newBrowser('198.51.100.1');
    await signIn.openChat(attacker);
    const sent = await leave(attacker, await signIn.link());
    reader = signIn.newBrowser('192.0.2.2');
    reader.cookies.set('__Host-login', attacker.cookies.get('__Host-login')!);
    const page = await comeBack(reader, sent);
    expect(page.status).toBe(403);
    expect(server.asked).toHaveLength(0);
    expect(await signIn.signIn.readerOf(webChat)).toBeNull();
  });

  test('A15: a crawler that fetches every address changes nothing', async () => {
    const link = await signIn.link();
    const before = signIn.records.text();
    const crawler = signIn.newBrowser('203.0.113.1');
    for (const address of [link, '/login/provider', '/login/callback?code=c&state=s']) {
      expect((await crawler.open(address)).status).toBeGreaterThanOrEqual(400);
    }
    expect(signIn.records.text()).toBe(before);
    expect(server.asked).toHaveLength(0);
  });

  test('a form of another site leads nowhere', async () => {
    const page = await reader.open(await signIn.link());
    const foreign = await reader.post(
      '/login',
      { token: tokenOf(page.html) },
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
    expect((await reader.open('/login/provider')).html).not.toContain('http-equiv');
  });

  test('five answers may be tried with one link, each of which is written down', async () => {
    const link = await signIn.link();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const lie = { claims: { nonce: 'x' } };
      await comeBack(reader, await leave(reader, link), lie);
    }
    expect((await reader.open('/login')).title).toContain('Zbyt wiele prób');
    expect(server.asked).toHaveLength(5);
    const refused = signIn.events.filter(({ name }) => name === 'providerRefused');
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({ cause: 'refused', chat: webChat });
  });

  test('an answer of four thousand characters and more is not passed on', async () => {
    const sent = await leave(reader, await signIn.link());
    const long = 'c'.repeat(4096);
    const page = await reader.open(`/login/callback?code=${long}&state=${sent.get('state')}`);
    expect(page.title).toContain('Błąd');
    expect(server.asked).toHaveLength(0);
  });

  test('a link that was cancelled meanwhile is not opened by an answer', async () => {
    const sent = await leave(reader, await signIn.link());
    await signIn.signIn.cancelLink(webChat);
    expect((await comeBack(reader, sent)).title).toContain('Logowanie anulowane');
    expect(await signIn.signIn.readerOf(webChat)).toBeNull();
    expect(server.asked).toHaveLength(0);
  });
});

test('without a provider none of its addresses exists', async () => {
  const plain = await startSignIn({ publicUrl });
  const browser = plain.newBrowser();
  for (const path of ['provider', 'callback', 'sign-out', 'signed-out']) {
    // They read as links that nobody made.
    expect((await browser.open(`/login/${path}`)).status).toBe(410);
  }
  await plain.close();
});
