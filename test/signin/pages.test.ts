import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { html } from '../../src/http/index.ts';
import { loginStyle } from '../../src/signin/pages/loginStyle.ts';
import { tokenOf, type TestBrowser } from './support/testBrowser.ts';
import { kowalska } from './support/testLibrary.ts';
import { emulatorChat, startSignIn, webChat, type TestSignIn } from './support/testSignIn.ts';

let test: TestSignIn;
let browser: TestBrowser;

beforeEach(async () => {
  test = await startSignIn();
  browser = test.newBrowser();
  await test.openChat(browser);
});
afterEach(() => test.close());

/** One answer of every kind that the sign-in page gives. */
async function everyAnswer(): Promise<Map<string, Response>> {
  const answers = new Map<string, Response>();
  const url = await test.link();
  const post = (
    path: string,
    fields: Record<string, string>,
    origin = 'https://czat.example.org',
  ) =>
    browser.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin, 'sec-fetch-site': 'same-origin' },
    });
  answers.set('no link', await browser.request('/login'));
  answers.set('invented link', await browser.request('/login/abc'));
  answers.set('other browser', await test.newBrowser().request(url));
  answers.set('link', await browser.request(url));
  const form = await browser.open('/login');
  answers.set('form', await browser.request('/login'));
  answers.set('foreign form', await post('/login', {}, 'https://evil.example'));
  answers.set('outdated form', await post('/login', { token: 'x' }));
  answers.set(
    'wrong',
    await post('/login', { token: tokenOf(form.html), ...kowalska, password: 'x' }),
  );
  answers.set('right', await post('/login', { token: tokenOf(form.html), ...kowalska }));
  answers.set('done', await browser.request('/login'));
  await browser.open(await test.link(emulatorChat));
  await browser.signIn(kowalska);
  answers.set('code', await browser.request('/login'));
  answers.set('wrong type', await browser.request('/login', { method: 'POST', body: '{}' }));
  answers.set('too long', await post('/login', { token: 'x'.repeat(5000) }));
  return answers;
}

describe('every answer of the sign-in page', () => {
  it('has the headers that keep it from other sites, caches and scripts', async () => {
    for (const [kind, { headers }] of await everyAnswer()) {
      expect(headers.get('content-security-policy'), kind).toBe(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; " +
          "frame-ancestors 'none'; base-uri 'none'",
      );
      expect(headers.get('cache-control'), kind).toBe('no-store');
      expect(headers.get('x-content-type-options'), kind).toBe('nosniff');
      expect(headers.get('x-frame-options'), kind).toBe('DENY');
      expect(headers.get('cross-origin-opener-policy'), kind).toBe('same-origin');
      expect(headers.get('strict-transport-security'), kind).toMatch(/max-age=31536000/);
      expect(headers.get('referrer-policy'), kind).toBe(
        ['link', 'invented link', 'other browser'].includes(kind) ? 'no-referrer' : 'same-origin',
      );
    }
  });

  it('has the status that fits', async () => {
    const statuses = [...(await everyAnswer())].map(([kind, { status }]) => [kind, status]);
    expect(Object.fromEntries(statuses)).toEqual({
      'no link': 400,
      'invented link': 410,
      'other browser': 403,
      link: 303,
      form: 200,
      'foreign form': 403,
      'outdated form': 409,
      wrong: 303,
      right: 303,
      done: 200,
      code: 200,
      'wrong type': 415,
      'too long': 413,
    });
  });

  it('is Polish, has one heading and a title, and no script or inline style', async () => {
    for (const [kind, answer] of await everyAnswer()) {
      if (answer.status === 303) continue;
      const page = await answer.text();
      expect(page, kind).toMatch(/^<!doctype html>\s*<html lang="pl">/);
      expect(page.match(/<h1>/g), kind).toHaveLength(1);
      expect(page, kind).toMatch(/<title>[^<]+ – Biblioteka &lt;Próbna&gt; &amp; Spółka<\/title>/);
      expect(page, kind).not.toMatch(/<script|\son\w+=|style=|javascript:/i);
      expect(page, kind).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
    }
  });

  it('sends cookies that no script, other host or other site gets', async () => {
    const fresh = test.newBrowser();
    const [chatCookie] = await test.openChat(fresh);
    const answer = await fresh.request(await test.link());
    const loginCookie = answer.headers.getSetCookie()[0];
    expect(chatCookie).toMatch(/^__Host-czat=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(loginCookie).toMatch(
      /^__Host-login=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=900$/,
    );
  });

  it('sends cookies without Secure on loopback http only, where Safari would drop them', async () => {
    const local = await startSignIn({ publicUrl: 'http://127.0.0.1:3978' });
    const reader = local.newBrowser();
    const [cookie] = await local.openChat(reader);
    expect(cookie).toMatch(/^czat=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    await reader.open(await local.link());
    const done = await reader.signIn(kowalska);
    expect(done.html).toContain('Wróć do czatu');
    expect(done.headers.get('strict-transport-security')).toBeNull();
    await local.close();
  });

  it('lets password managers help', async () => {
    const { html: page } = await browser.open(await test.link());
    expect(page).toContain('autocomplete="username"');
    expect(page).toContain('autocomplete="current-password"');
  });

  it('offers "this is not me" beside sign-in, in a form that holds no password', async () => {
    const { html: page } = await browser.open(await test.link());
    expect(page.match(/<button /g)).toHaveLength(2);
    const cancelForm = /<form id="not-me"[^>]*>(.*?)<\/form>/s.exec(page)![1]!;
    expect(cancelForm).not.toContain('password');
  });
});

describe('the style of the page', () => {
  it('is a file of ours that may be kept for ever, because its address changes with it', async () => {
    const { html: page } = await browser.open(await test.link());
    const address = /href="(\/login\.css\?v=[\w-]+)"/.exec(page)![1]!;
    const style = await browser.request(address);
    expect(style.status).toBe(200);
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await style.text()).toBe(loginStyle);
  });
});

describe('a form', () => {
  const origin = 'https://czat.example.org';
  const sent = async (headers: Record<string, string>) => {
    const page = await browser.open(await test.link());
    const answer = await browser.request('/login', {
      method: 'POST',
      body: new URLSearchParams({ token: tokenOf(page.html), ...kowalska }),
      headers,
    });
    return answer.status;
  };

  it.each([
    { origin, 'sec-fetch-site': 'same-origin' },
    { origin },
    { 'sec-fetch-site': 'same-origin' },
  ])('of our own page is taken: %o', async (headers) => {
    expect(await sent(headers)).toBe(303);
    expect(await test.signIn.readerOf(webChat)).not.toBeNull();
  });

  it.each([
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'https://czat.example.org.evil.example' },
    { origin: 'http://czat.example.org' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { origin, 'sec-fetch-site': 'same-site' },
    { origin, 'sec-fetch-site': 'none' },
    {},
  ])('of another page is not: %o', async (headers) => {
    expect(await sent(headers as Record<string, string>)).toBe(403);
    expect(await test.signIn.readerOf(webChat)).toBeNull();
    expect(test.library.asked()).toBe(0);
  });

  it('of another browser is not taken: the token fits only the cookie it came with', async () => {
    const url = await test.link(emulatorChat);
    const attacker = test.newBrowser();
    const theirs = await attacker.open(url);
    await browser.open(url);
    const answer = await browser.post('/login', { token: tokenOf(theirs.html), ...kowalska });
    expect(answer.status).toBe(409);
    expect(test.library.asked()).toBe(0);
  });

  it('without a token is not taken', async () => {
    await browser.open(await test.link());
    expect((await browser.post('/login', { ...kowalska })).status).toBe(409);
    expect((await browser.post('/login/cancel', {})).status).toBe(409);
    expect((await browser.open('/login')).html).toContain('id="sign-in"');
  });

  it.each([
    ['application/json', JSON.stringify(kowalska)],
    ['text/plain', 'card=100200'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('of type %s is not taken', async (type, body) => {
    await browser.open(await test.link());
    const answer = await browser.request('/login', {
      method: 'POST',
      body,
      headers: { 'content-type': type, origin },
    });
    expect(answer.status).toBe(415);
  });

  it('that names a field twice is not taken', async () => {
    const page = await browser.open(await test.link());
    const answer = await browser.request('/login', {
      method: 'POST',
      body: `token=${tokenOf(page.html)}&card=1&card=100200&password=x`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    });
    expect(answer.status).toBe(400);
    expect(test.library.asked()).toBe(0);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('cannot be sent with %s', async (method) => {
    expect((await browser.request('/login', { method })).status).toBe(405);
  });
});

describe('HTML', () => {
  it('escapes whatever is put into it', () => {
    const nasty = `<script>"&'</script>`;
    expect(html`<p title="${nasty}">${nasty}</p>`.html).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;">' +
        '&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;</p>',
    );
  });

  it('puts pages together from parts, and nothing for null', () => {
    const parts = ['a', '<'].map((text) => html`<li>${text}</li>`);
    const list = html`<ul>
      ${parts}${null}${7}
    </ul>`.html;
    expect(list.replace(/\s/g, '')).toBe('<ul><li>a</li><li>&lt;</li>7</ul>');
  });

  it('shows what the reader typed as text, never as HTML', async () => {
    await browser.open(await test.link());
    const card = '"><script>alert(1)</script>';
    const again = await browser.signIn({ card, password: 'x' });
    expect(again.html).not.toContain('<script>');
    expect(again.html).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
