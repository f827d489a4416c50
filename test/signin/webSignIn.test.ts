import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kowalska } from './support/testLibrary.ts';
import { startSignIn, webChat, type TestSignIn } from './support/testSignIn.ts';
import type { TestBrowser } from './support/testBrowser.ts';

describe('a reader of the website', () => {
  let test: TestSignIn;
  let browser: TestBrowser;

  beforeEach(async () => {
    test = await startSignIn();
    browser = test.newBrowser();
    await test.openChat(browser);
  });
  afterEach(() => test.close());

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
});
