import { describe, expect, it } from 'vitest';
import { codeOn } from './support/testBrowser.ts';
import { kowalska } from './support/testLibrary.ts';
import { messengerChat, startSignIn, webChat } from './support/testSignIn.ts';

describe('what sign-in keeps and tells', () => {
  it('holds no password, link, code or cookie, and no card that did not sign in', async () => {
    const lines: string[] = [];
    const write = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
    const test = await startSignIn({
      options: { log: { info: write, warn: write, error: write } },
    });
    const browser = test.newBrowser();
    await test.openChat(browser);

    const webLink = await test.link();
    await browser.open(webLink);
    await browser.signIn({ card: 'TYPED-CARD-77', password: 'TYPED-PASSWORD-77' });
    await browser.open('/login');
    await browser.signIn(kowalska);
    const login = browser.cookies.get('__Host-login')!;

    const messengerLink = await test.link(messengerChat);
    const messenger = test.newBrowser();
    await messenger.open(messengerLink);
    const code = codeOn((await messenger.signIn(kowalska)).html)!;
    await messenger.post(
      '/login',
      { token: 'FORGED-TOKEN-77' },
      { origin: 'https://evil.example' },
    );

    const secrets = [
      kowalska.password,
      'TYPED-CARD-77',
      'TYPED-PASSWORD-77',
      'FORGED-TOKEN-77',
      webLink.split('/').at(-1)!,
      messengerLink.split('/').at(-1)!,
      browser.cookies.get('__Host-czat')!,
      login,
      `"${code}"`,
      `:${code}`,
    ];
    const kept = test.records.text();
    const told = lines.join('\n');
    const audited = JSON.stringify(test.events);
    for (const secret of secrets) {
      expect(kept).not.toContain(secret);
      expect(told).not.toContain(secret);
      expect(audited).not.toContain(secret);
    }
    expect(told).not.toContain(kowalska.card);
    expect(told).not.toContain('evil.example');
    await test.close();
  });

  it('tells the audit who signed in, who was refused and why, and who signed out', async () => {
    const test = await startSignIn();
    const browser = test.newBrowser('192.0.2.44');
    await test.openChat(browser);
    await browser.open(await test.link());
    await browser.signIn({ ...kowalska, password: 'x' });
    await browser.signIn(kowalska);
    await test.signIn.signOut(webChat);
    await test.signIn.signOut(webChat);
    expect(test.events).toEqual([
      { name: 'linkCreated', chat: webChat },
      {
        name: 'passwordRefused',
        cause: 'wrong',
        account: expect.stringMatching(/^[\w-]{43}$/),
        network: '192.0.2.44',
        chat: webChat,
      },
      { name: 'signedIn', card: kowalska.card, chat: webChat },
      { name: 'signedOut', card: kowalska.card, chat: webChat },
    ]);
    await test.close();
  });

  it('goes on when the audit cannot be written, and the operator hears of it', async () => {
    const test = await startSignIn({
      options: { audit: () => Promise.reject(new Error('disk full')) },
    });
    const browser = test.newBrowser();
    await test.openChat(browser);
    await browser.open(await test.link());
    expect((await browser.signIn(kowalska)).title).toContain('Zalogowano');
    expect(test.logged).toContain('signin.auditFailed');
    await test.close();
  });
});
