import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOn, tokenOf, type TestBrowser } from '../signin/support/testBrowser.ts';
import { kowalska, mallory } from '../signin/support/testLibrary.ts';
import { chat, messengerChat, startSignIn, webChat } from '../signin/support/testSignIn.ts';
import type { TestSignIn } from '../signin/support/testSignIn.ts';

const attackersWebChat = chat('directline', 'directline', 'attackers-conversation', 'dl_attacker');
const attackersMessenger = chat('messenger', 'facebook', 'attackers-psid', 'attackers-psid');

let test: TestSignIn;
let reader: TestBrowser;
let attacker: TestBrowser;

beforeEach(async () => {
  test = await startSignIn();
  reader = test.newBrowser('192.0.2.1');
  attacker = test.newBrowser('198.51.100.1');
  await test.openChat(reader, webChat);
  await test.openChat(attacker, attackersWebChat);
});
afterEach(() => test.close());

describe('A12: an attacker sends the link of his web chat to a reader', () => {
  it('the reader gets a page without a form that says to open it in the same browser', async () => {
    const page = await reader.open(await test.link(attackersWebChat));
    expect(page.status).toBe(403);
    expect(page.title).toContain('Otwórz link w tej samej przeglądarce');
    expect(page.html).not.toMatch(/<form|<input|<button/);
  });

  it('a reader who has no chat open gets the same page', async () => {
    const page = await test.newBrowser().open(await test.link(attackersWebChat));
    expect(page.status).toBe(403);
    expect(page.html).not.toContain('<form');
  });

  it('nothing changes: no cookie, no record, and the link still works for its own chat', async () => {
    const url = await test.link(attackersWebChat);
    const before = test.records.text();
    const answer = await reader.request(url);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(test.records.text()).toBe(before);
    await attacker.open(url);
    expect((await attacker.signIn(mallory)).title).toContain('Zalogowano');
  });

  it('a form that the attacker prepared for the reader is refused before any password is checked', async () => {
    const url = await test.link(attackersWebChat);
    const page = await attacker.open(url);
    const planted = attacker.cookies.get('__Host-login')!;
    reader.cookies.set('__Host-login', planted);
    const fields = { token: tokenOf(page.html), ...kowalska };
    expect((await reader.post('/login', fields)).status).toBe(403);
    expect((await reader.open('/login')).status).toBe(403);
    expect(test.library.asked()).toBe(0);
    expect(await test.signIn.readerOf(attackersWebChat)).toBeNull();
  });

  it("a copy of the attacker's chat cookie under a second name changes nothing", async () => {
    const url = await test.link(attackersWebChat);
    const stolen = attacker.cookies.get('__Host-czat')!;
    const own = reader.cookies.get('__Host-czat')!;
    for (const values of [
      [own, stolen],
      [stolen, own],
    ]) {
      const cookie = values.map((value) => `__Host-czat=${value}`).join('; ');
      const path = new URL(url).pathname;
      const answer = await fetch(test.url + path, { headers: { cookie }, redirect: 'manual' });
      expect(answer.status).toBe(403);
    }
  });

  it('a chat that is bound to no browser has links that work nowhere', async () => {
    const unbound = chat('directline', 'directline', 'unbound', 'dl_unbound');
    expect((await reader.open(await test.link(unbound))).status).toBe(403);
    reader.cookies.delete('__Host-czat');
    test.pass(60 * 60_000);
    expect((await reader.open(await test.link(unbound))).status).toBe(403);
  });
});

describe('A13: an attacker sends the link of his Messenger chat to a reader, who signs in', () => {
  it("the reader's code is refused in the reader's own chat, and the attacker's chat stays signed out", async () => {
    await reader.open(await test.link(attackersMessenger));
    const code = codeOn((await reader.signIn(kowalska)).html)!;
    expect(code).toMatch(/^\d{6}$/);

    expect(await test.signIn.expectsCode(messengerChat)).toBe(false);
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');
    expect(await test.signIn.readerOf(messengerChat)).toBeNull();
    expect(await test.signIn.readerOf(attackersMessenger)).toBeNull();
  });

  it('the attacker has three guesses at the code and then nothing', async () => {
    await reader.open(await test.link(attackersMessenger));
    const code = codeOn((await reader.signIn(kowalska)).html)!;
    for (let guess = 1; guess <= 3; guess += 1) {
      const wrong = String((Number(code) + guess) % 1_000_000).padStart(6, '0');
      expect(await test.signIn.submitCode(attackersMessenger, wrong)).not.toBe('signedIn');
    }
    expect(await test.signIn.submitCode(attackersMessenger, code)).toBe('expired');
  });

  it('the page names channel and pairing number, and "not me" is as easy as signing in', async () => {
    const page = await reader.open(await test.link(attackersMessenger));
    expect(page.html).toContain('<dd>Messenger</dd>');
    expect(page.html).toMatch(/<dd class="pairing">\d\d<\/dd>/);
    await reader.cancel();
    await attacker.open('/login');
    expect(await test.signIn.expectsCode(attackersMessenger)).toBe(false);
  });
});

describe('A14: an attacker signs in as himself and gives his code to a reader', () => {
  it("the code is refused in the reader's chat, with and without an open link there", async () => {
    await attacker.open(await test.link(attackersMessenger));
    const code = codeOn((await attacker.signIn(mallory)).html)!;

    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');
    await reader.open(await test.link(messengerChat));
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');
    await reader.signIn(kowalska);
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('wrong');
    expect(await test.signIn.readerOf(messengerChat)).toBeNull();
  });

  it("on the website the attacker's own sign-in never reaches the reader's chat", async () => {
    const url = await test.link(webChat);
    expect((await attacker.open(url)).status).toBe(403);
    await attacker.open(await test.link(attackersWebChat));
    await attacker.signIn(mallory);
    expect(await test.signIn.readerOf(webChat)).toBeNull();
  });
});

describe('A15: a crawler fetches the link before the reader does', () => {
  it.each([webChat, messengerChat])(
    'nothing changes and the reader can sign in: $channelId',
    async (of) => {
      const url = await test.link(of);
      const before = test.records.text();
      const crawler = test.newBrowser('203.0.113.9');
      for (let visit = 0; visit < 20; visit += 1) {
        await crawler.open(url);
        await crawler.open('/login');
        await crawler.request(url, { method: 'HEAD' });
        crawler.cookies.clear();
      }
      expect(test.records.text()).toBe(before);
      expect(test.events.map(({ name }) => name)).toEqual(['linkCreated']);

      await reader.open(url);
      expect((await reader.signIn(kowalska)).title).toMatch(/Zalogowano|Wpisz ten kod/);
    },
  );
});
