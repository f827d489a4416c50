import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeMark, newCode } from '../../src/signin/magicCode.ts';
import { codeOn, type TestBrowser } from './support/testBrowser.ts';
import { kowalska, mallory } from './support/testLibrary.ts';
import { emulatorChat, messengerChat, minute, startSignIn } from './support/testSignIn.ts';
import type { TestSignIn } from './support/testSignIn.ts';

describe('a reader of a channel where the page cannot see the browser', () => {
  let test: TestSignIn;
  let browser: TestBrowser;

  beforeEach(async () => {
    test = await startSignIn();
    browser = test.newBrowser();
  });
  afterEach(() => test.close());

  async function codeFor(chat = messengerChat, reader = kowalska): Promise<string> {
    await browser.open(await test.link(chat));
    const code = codeOn((await browser.signIn(reader)).html);
    if (code === null) throw new Error('the page shows no code');
    return code;
  }

  it.each([messengerChat, emulatorChat])(
    'is signed in by typing the code: $channelId',
    async (chat) => {
      const code = await codeFor(chat);
      expect(await test.signIn.readerOf(chat)).toBeNull();
      expect(await test.signIn.expectsCode(chat)).toBe(true);
      expect(await test.signIn.submitCode(chat, code)).toBe('signedIn');
      expect(await test.signIn.readerOf(chat)).toMatchObject({ card: kowalska.card });
      expect(await test.signIn.expectsCode(chat)).toBe(false);
      expect(test.signedIn).toEqual([]);
    },
  );

  it('gets a link that says so, and a page that warns of giving the code away', async () => {
    const link = await test.signIn.createLink(messengerChat);
    expect(link).toMatchObject({ method: 'typedCode' });
    await browser.open((link as { url: string }).url);
    const { html } = await browser.signIn(kowalska);
    expect(html).toContain('Wpisz go tylko w swojej rozmowie z biblioteką.');
    expect(html).toContain('Nikt z biblioteki o niego nie zapyta.');
    expect(html).toContain('Kod działa jeszcze 5 minut.');
  });

  it('sees the code again after a reload or a second visit, until it was typed', async () => {
    const url = await test.link(messengerChat);
    await browser.open(url);
    const code = codeOn((await browser.signIn(kowalska)).html);
    test.pass(3 * minute);
    const reloaded = await browser.open('/login');
    expect(codeOn(reloaded.html)).toBe(code);
    expect(reloaded.html).toContain('jeszcze 2 minuty');
    expect(codeOn((await browser.open(url)).html)).toBe(code);
    await test.signIn.submitCode(messengerChat, code!);
    const after = await browser.open('/login');
    expect(codeOn(after.html)).toBeNull();
    expect(after.title).toContain('Zalogowano');
  });

  it('is the only one to see the code: another browser with the same link does not', async () => {
    const url = await test.link(messengerChat);
    const thief = test.newBrowser();
    await thief.open(url);
    await browser.open(url);
    expect(codeOn((await browser.signIn(kowalska)).html)).not.toBeNull();
    for (const shown of [await thief.open('/login'), await thief.open(url)]) {
      expect(codeOn(shown.html)).toBeNull();
      expect(shown.title).toContain('Kod jest już na innej stronie');
    }
  });

  it('cannot invent a code for the page by changing the cookie', async () => {
    const url = await test.link(messengerChat);
    await browser.open(url);
    await browser.signIn(kowalska);
    const thief = test.newBrowser();
    await thief.open(url);
    const cookie = { secret: url.split('/').at(-1), nonce: 'n', code: '000000', problem: null };
    thief.cookies.set('__Host-login', Buffer.from(JSON.stringify(cookie)).toString('base64url'));
    expect((await thief.open('/login')).title).toContain('Kod jest już na innej stronie');
  });

  it('may mistype twice', async () => {
    const code = await codeFor();
    expect(await test.signIn.submitCode(messengerChat, wrong(code))).toBe('wrong');
    expect(await test.signIn.submitCode(messengerChat, wrong(code))).toBe('wrong');
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('signedIn');
  });

  it('needs a new link after the third mistake, and the right code is too late', async () => {
    const code = await codeFor();
    await test.signIn.submitCode(messengerChat, wrong(code));
    await test.signIn.submitCode(messengerChat, wrong(code));
    expect(await test.signIn.submitCode(messengerChat, wrong(code))).toBe('expired');
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');
    expect(await test.signIn.readerOf(messengerChat)).toBeNull();
  });

  it('has three tries also when they come at the same time', async () => {
    const code = await codeFor();
    const guesses = Array.from(
      { length: 10 },
      (_, index) => `${(Number(code) + index + 1) % 1_000_000}`,
    );
    const answers = await Promise.all(
      [...guesses, code].map((guess) => test.signIn.submitCode(messengerChat, guess)),
    );
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(2);
    expect(answers).not.toContain('signedIn');
  });

  it('has five minutes', async () => {
    const code = await codeFor();
    test.pass(5 * minute - 1);
    expect(await test.signIn.expectsCode(messengerChat)).toBe(true);
    test.pass(1);
    expect(await test.signIn.expectsCode(messengerChat)).toBe(false);
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');
    expect((await browser.open('/login')).title).toContain('Ten link już nie działa');
  });

  it('cannot use a code twice', async () => {
    const code = await codeFor();
    await test.signIn.submitCode(messengerChat, code);
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');
  });

  it('cannot use a code after asking for a newer link, cancelling or signing out', async () => {
    let code = await codeFor();
    await test.link(messengerChat);
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');

    code = await codeFor();
    await test.signIn.cancelLink(messengerChat);
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');

    test.pass(60 * minute);
    code = await codeFor();
    await test.signIn.signOut(messengerChat);
    expect(await test.signIn.submitCode(messengerChat, code)).toBe('expired');
    expect(await test.signIn.readerOf(messengerChat)).toBeNull();
  });

  it('is asked for no code before the page has shown one', async () => {
    expect(await test.signIn.expectsCode(messengerChat)).toBe(false);
    await browser.open(await test.link(messengerChat));
    expect(await test.signIn.expectsCode(messengerChat)).toBe(false);
    expect(await test.signIn.submitCode(messengerChat, '123456')).toBe('expired');
  });

  it.each([
    { ...messengerChat, userId: 'another' },
    { ...messengerChat, conversationId: 'another' },
    { ...messengerChat, channelId: 'emulator' },
    { ...messengerChat, ingress: 'botframework' as const },
  ])('cannot use the code in another chat: %o', async (other) => {
    const code = await codeFor();
    expect(await test.signIn.submitCode(other, code)).toBe('expired');
    await browser.open(await test.link(other));
    await browser.signIn(mallory);
    expect(await test.signIn.submitCode(other, code)).not.toBe('signedIn');
    expect(await test.signIn.readerOf(other)).toBeNull();
  });

  it('gets codes with every digit in every place', () => {
    const seen = Array.from({ length: 6 }, () => new Set<string>());
    for (let time = 0; time < 1000; time += 1) {
      const code = newCode(6);
      expect(code).toMatch(/^\d{6}$/);
      [...code].forEach((digit, place) => seen[place]!.add(digit));
    }
    for (const digits of seen) expect(digits.size).toBe(10);
  });

  it('gets codes of which only a keyed mark is kept, another one for each ticket and chat', () => {
    const key = new Uint8Array(32);
    const scope = { ticketHash: 'ticket', chatKey: 'chat' };
    const marks = [
      codeMark(key, '123456', scope),
      codeMark(key, '123457', scope),
      codeMark(key, '123456', { ...scope, ticketHash: 'other' }),
      codeMark(key, '123456', { ...scope, chatKey: 'other' }),
      codeMark(new Uint8Array(32).fill(1), '123456', scope),
    ];
    expect(new Set(marks).size).toBe(marks.length);
  });
});

function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}
