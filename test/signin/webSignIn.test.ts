import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chat, emulatorChat, minute, startSignIn, webChat } from './support/testSignIn.ts';
import type { TestSignIn } from './support/testSignIn.ts';
import { codeOn, tokenOf, type TestBrowser } from './support/testBrowser.ts';
import { blocked, kowalska, mallory } from './support/testLibrary.ts';

let test: TestSignIn;
let browser: TestBrowser;

beforeEach(async () => {
  test = await startSignIn();
  browser = test.newBrowser();
  await test.openChat(browser);
});
afterEach(() => test.close());

describe('a computer of the library', () => {
  it('gets a new cookie with every chat, so that a link left open there signs nobody in', async () => {
    const shared = test.newBrowser();
    const left = chat('directline', 'directline', 'left', 'dl_left');
    await test.openChat(shared, left, true);
    const link = await test.link(left);
    await test.openChat(shared, webChat, true);
    const { html } = await shared.open(link);
    expect(html).not.toContain('<input');
    await shared.open(await test.link(webChat));
    expect((await shared.signIn(kowalska)).html).toContain('Wróć do czatu');
  });

  it('is freed of every cookie of ours when a chat is left', async () => {
    const lines: string[] = [];
    test.signIn.forgetBrowser({
      appendHeader: (_name: string, line: string) => lines.push(line),
    } as never);
    expect(lines.map((line) => line.split(';')[0])).toEqual(['__Host-czat=', '__Host-login=']);
    for (const line of lines) expect(line).toContain('Max-Age=0');
  });
});

describe('a reader of the website', () => {
  it('is signed in after the link and the right password, and the chat is told', async () => {
    const form = await browser.open(await test.link());
    expect(form.status).toBe(200);
    expect(form.title).toContain('Zaloguj się kontem bibliotecznym');
    expect(await test.signIn.readerOf(webChat)).toBeNull();

    const done = await browser.signIn(kowalska);
    expect(done.status).toBe(200);
    expect(done.html).toContain('Wróć do czatu');
    expect(await test.signIn.readerOf(webChat)).toEqual({
      card: kowalska.card,
      signedInAt: test.clock(),
    });
    expect(test.signedIn).toEqual([webChat]);
  });

  it('sees who asks: library, channel, time and the number from the chat', async () => {
    const link = await test.signIn.createLink(webChat);
    if (link.outcome !== 'link') throw new Error('no link');
    expect(link.method).toBe('sameBrowser');
    expect(link.pairingNumber).toMatch(/^[1-9][0-9]$/);
    const { html } = await browser.open(link.url);
    expect(html).toContain(`<dd class="pairing">${link.pairingNumber}</dd>`);
    expect(html).toContain('Biblioteka &lt;Próbna&gt; &amp; Spółka');
    expect(html).toContain('czat na stronie biblioteki');
    expect(html).toContain('22 listopada 2026 r. (niedziela), godz. 11:00');
    expect(html).toContain('To nie ja – anuluj');
  });

  it('finds the privacy notice before the first field', async () => {
    const { html } = await browser.open(await test.link());
    expect(html.indexOf('href="/prywatnosc"')).toBeGreaterThan(0);
    expect(html.indexOf('href="/prywatnosc"')).toBeLessThan(html.indexOf('<input'));
  });

  it('may type the card number in groups, as it stands on the card', async () => {
    await browser.open(await test.link());
    const grouped = { ...kowalska, card: ' 100 200\u00a0' };
    expect((await browser.signIn(grouped)).html).toContain('Wróć do czatu');
  });

  it('gets the form again after a wrong password, with the card but not the password', async () => {
    await browser.open(await test.link());
    const again = await browser.signIn({ ...kowalska, password: 'zle-haslo' });
    expect(again.title).toMatch(/^Błąd: /);
    expect(again.html).toContain('Nie udało się zalogować');
    expect(again.html).toContain('value="100200"');
    expect(again.html).not.toContain('zle-haslo');
    expect((await browser.signIn(kowalska)).html).toContain('Wróć do czatu');
  });

  it('gets one and the same page for a wrong, unknown and blocked card', async () => {
    const pages = [];
    for (const typed of [{ ...kowalska, password: 'zle' }, { ...mallory, card: '999' }, blocked]) {
      const another = test.newBrowser();
      const other = chat('directline', 'directline', typed.card, 'dl_x');
      await test.openChat(another, other);
      await another.open(await test.link(other));
      const { status, html } = await another.signIn(typed);
      pages.push({ status, html: html.replaceAll(/value="[^"]*"|pairing">\d+/g, '') });
    }
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
  });

  it('hears which field is empty, beside the field and before it', async () => {
    await browser.open(await test.link());
    const both = await browser.signIn({ card: '', password: '' });
    expect(both.html).toContain('<a href="#card">Wpisz numer karty bibliotecznej</a>');
    expect(both.html).toContain('aria-describedby="card-missing card-hint"');
    expect(both.html).toContain('aria-describedby="password-missing password-hint"');
    const one = await browser.signIn({ card: '100200', password: '' });
    expect(one.html).not.toContain('card-missing');
    expect(one.html).toContain('id="password-missing"');
    expect(test.library.asked()).toBe(0);
  });

  it('can leave a field empty as often as it happens without losing a try', async () => {
    await browser.open(await test.link());
    for (let time = 0; time < 8; time += 1) await browser.signIn({ card: '1', password: '' });
    expect((await browser.signIn(kowalska)).html).toContain('Wróć do czatu');
  });

  it('says "this is not me": nobody is signed in and the link is over', async () => {
    const url = await test.link();
    await browser.open(url);
    const cancelled = await browser.cancel();
    expect(cancelled.title).toContain('Logowanie anulowane');
    expect((await browser.open(url)).title).toContain('Logowanie anulowane');
    expect((await browser.signIn(kowalska)).title).not.toContain('Zalogowano');
    expect(await test.signIn.readerOf(webChat)).toBeNull();
  });

  it('hears when the library does not answer, keeps the try, and can go on', async () => {
    await browser.open(await test.link());
    test.library.setAvailable(false);
    for (let time = 0; time < 6; time += 1) {
      expect((await browser.signIn(kowalska)).html).toContain('System biblioteki nie odpowiada');
    }
    test.library.setAvailable(true);
    expect((await browser.signIn(kowalska)).html).toContain('Wróć do czatu');
  });

  it('stays signed in when the chat cannot be told', async () => {
    const failing = await startSignIn({
      options: { onSignedIn: () => Promise.reject(new Error('bot is busy')) },
    });
    const reader = failing.newBrowser();
    await failing.openChat(reader);
    await reader.open(await failing.link());
    expect((await reader.signIn(kowalska)).html).toContain('Wróć do czatu');
    expect(await failing.signIn.readerOf(webChat)).not.toBeNull();
    await failing.close();
    expect(failing.logged).toContain('signin.chatNotTold');
  });
});

describe('the sign-in page', () => {
  it('survives Back and reload after success', async () => {
    const url = await test.link();
    await browser.open(url);
    await browser.signIn(kowalska);
    expect((await browser.open('/login')).html).toContain('Wróć do czatu');
    expect((await browser.open(url)).html).toContain('Wróć do czatu');
    expect(test.signedIn).toHaveLength(1);
  });

  it('survives reload after a wrong password: every page is reached by GET', async () => {
    await browser.open(await test.link());
    await browser.signIn({ ...kowalska, password: 'zle' });
    const asked = test.library.asked();
    expect((await browser.open('/login')).html).toContain('Nie udało się zalogować');
    expect(test.library.asked()).toBe(asked);
  });

  it('forgets the old mistake when the link is opened again', async () => {
    const url = await test.link();
    await browser.open(url);
    await browser.signIn({ ...kowalska, password: 'zle' });
    expect((await browser.open(url)).html).not.toContain('Nie udało się zalogować');
  });

  it('works in two tabs: the older form says so instead of signing in to another chat', async () => {
    const second = chat('directline', 'directline', 'conversation-9', 'dl_reader_9');
    await test.openChat(browser, second);
    const older = await browser.open(await test.link(webChat));
    await browser.open(await test.link(second));

    const answer = await browser.post('/login', { token: tokenOf(older.html), ...kowalska });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('<a href="/login">');
    expect(await test.signIn.readerOf(webChat)).toBeNull();
    expect(await test.signIn.readerOf(second)).toBeNull();

    await browser.open('/login');
    await browser.signIn(kowalska);
    expect(await test.signIn.readerOf(webChat)).toBeNull();
    expect(await test.signIn.readerOf(second)).not.toBeNull();
  });

  it('says what to do when the browser keeps no cookies', async () => {
    const url = await test.link();
    browser.cookies.delete('__Host-czat');
    expect((await browser.open(url)).title).toContain('Otwórz link w tej samej przeglądarce');
    expect((await browser.open('/login')).title).toContain('Otwórz link z rozmowy');
  });

  it.each(['x', 'A'.repeat(43), '..%2f..%2fetc', '%00', 'login.css', encodeURIComponent('<b>')])(
    'answers an invented link (%s) like an old one',
    async (ticket) => {
      const answer = await browser.open(`/login/${ticket}`);
      expect(answer.status).toBe(410);
      expect(answer.title).toContain('Ten link już nie działa');
    },
  );
});

describe('a link', () => {
  it('works for ten minutes and not a moment longer', async () => {
    await browser.open(await test.link());
    test.pass(10 * minute - 1);
    expect((await browser.open('/login')).html).toContain('id="sign-in"');
    test.pass(1);
    const late = await browser.signIn(kowalska);
    expect(late.title).toContain('Ten link już nie działa');
    expect(test.library.asked()).toBe(0);
    expect(await test.signIn.readerOf(webChat)).toBeNull();
  });

  it('is replaced by a newer one', async () => {
    const old = await test.link();
    await browser.open(old);
    await test.link();
    expect((await browser.signIn(kowalska)).title).toContain('Ten link już nie działa');
    expect((await browser.open(old)).status).toBe(410);
    expect(await test.signIn.readerOf(webChat)).toBeNull();
  });

  it('signs in once: of many forms sent at the same time exactly one succeeds', async () => {
    await browser.open(await test.link());
    await Promise.all(Array.from({ length: 5 }, () => browser.signIn(kowalska)));
    expect(test.signedIn).toHaveLength(1);
    expect(test.events.filter(({ name }) => name === 'signedIn')).toHaveLength(1);
  });

  it('takes five passwords, also when they come at the same time', async () => {
    // At the library, where neither the network nor the accounts are stopped so soon.
    const shared = test.newBrowser('10.1.0.1');
    await test.openChat(shared);
    const token = tokenOf((await shared.open(await test.link())).html);
    const request = {
      headers: { cookie: shared.cookieHeader(), 'sec-fetch-site': 'same-origin' },
      address: '10.1.0.1',
    };
    // Called directly, so that all of them pass the first look at the ticket together.
    const typed = Array.from({ length: 9 }, (_, index) => ({ card: `9${index}`, password: 'x' }));
    await Promise.all(
      typed.map((fields) =>
        test.signIn.pages.submit(request, new URLSearchParams({ token, ...fields })),
      ),
    );
    expect(test.library.asked()).toBe(5);
    const over = await shared.post('/login', { token, ...kowalska });
    expect(over.title).toContain('Zbyt wiele prób');
    expect(over.html).toContain('poproś o nowy');
    expect(test.library.asked()).toBe(5);
    expect(await test.signIn.readerOf(webChat)).toBeNull();
  });

  it.each(['newer link', 'cancelled', 'expired', 'signed out'])(
    'that ends while the password is checked signs nobody in: %s',
    async (what) => {
      const ends: Record<string, () => unknown> = {
        'newer link': () => test.signIn.createLink(webChat),
        cancelled: () => test.signIn.cancelLink(webChat),
        expired: () => test.pass(10 * minute),
        'signed out': () => test.signIn.signOut(webChat),
      };
      const authenticate = test.library.authenticate.bind(test.library);
      Object.assign(test.library, {
        authenticate: async (card: string, password: string) => {
          await ends[what]!();
          return authenticate(card, password);
        },
      });
      await browser.open(await test.link());
      const answer = await browser.signIn(kowalska);
      expect(answer.title).not.toContain('Zalogowano');
      expect(await test.signIn.readerOf(webChat)).toBeNull();
      expect(test.signedIn).toEqual([]);
    },
  );

  it('takes the right password as the fifth', async () => {
    await browser.open(await test.link());
    for (let time = 0; time < 4; time += 1)
      await browser.signIn({ card: `${time}`, password: 'x' });
    expect((await browser.signIn(kowalska)).html).toContain('Wróć do czatu');
  });

  it('is thrown away by the chat', async () => {
    await browser.open(await test.link());
    await test.signIn.cancelLink(webChat);
    expect((await browser.signIn(kowalska)).title).toContain('Logowanie anulowane');
    expect(await test.signIn.readerOf(webChat)).toBeNull();
  });

  it('may be tried in vain three times an hour and ten times a day, whatever the conversation', async () => {
    const ask = (conversationId: string) =>
      test.signIn.createLink({ ...emulatorChat, conversationId });
    const failOn = async (conversationId: string) => {
      const link = await ask(conversationId);
      if (link.outcome === 'tooMany') return link;
      const one = test.newBrowser(`192.0.2.${(attempts += 1)}`);
      await one.open(link.url);
      await one.signIn({ card: `${attempts}`, password: 'x' });
      return link;
    };
    let attempts = 0;
    for (let hours = 0; hours < 3; hours += 1) {
      for (const one of ['a', 'b', 'c']) expect((await failOn(one)).outcome).toBe('link');
      expect(await ask('d')).toEqual({
        outcome: 'tooMany',
        retryAt: new Date(test.clock().getTime() + 60 * minute),
      });
      test.pass(60 * minute);
    }
    expect((await failOn('d')).outcome).toBe('link');
    expect(await ask('d')).toEqual({
      outcome: 'tooMany',
      retryAt: new Date(test.clock().getTime() + 21 * 60 * minute),
    });
    test.pass(21 * 60 * minute);
    expect((await ask('e')).outcome).toBe('link');
    expect((await test.signIn.createLink({ ...emulatorChat, userId: 'other' })).outcome).toBe(
      'link',
    );
  });

  it('costs nothing while nobody fails on it: unopened, thrown away, used, or not to be checked', async () => {
    for (let time = 0; time < 3; time += 1) {
      await test.link();
      await browser.open(await test.link());
      await browser.cancel();
      await browser.open(await test.link());
      test.library.setAvailable(false);
      await browser.signIn(kowalska);
      test.library.setAvailable(true);
      await browser.signIn(kowalska);
      await test.signIn.signOut(webChat);
    }
    for (let time = 0; time < 4; time += 1) {
      await browser.open(await test.link(emulatorChat));
      const page = await browser.signIn(kowalska);
      expect(await test.signIn.submitCode(emulatorChat, codeOn(page.html) ?? '')).toBe('signedIn');
    }
    expect((await test.signIn.createLink(webChat)).outcome).toBe('link');
    expect((await test.signIn.createLink(emulatorChat)).outcome).toBe('link');
  });

  it('counts when a code was shown that nobody typed', async () => {
    for (let time = 0; time < 3; time += 1) {
      await browser.open(await test.link(emulatorChat));
      await browser.signIn(kowalska);
    }
    expect((await test.signIn.createLink(emulatorChat)).outcome).toBe('tooMany');
  });

  it('is given twenty times an hour to a user who opens none', async () => {
    for (let time = 0; time < 20; time += 1) await test.link();
    expect(await test.signIn.createLink(webChat)).toEqual({
      outcome: 'tooMany',
      retryAt: new Date(test.clock().getTime() + 60 * minute),
    });
    test.pass(60 * minute);
    expect((await test.signIn.createLink(webChat)).outcome).toBe('link');
  });
});
