import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { demoReaders } from '../../src/library/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { ChatWindow, keepScreenshot, launchBrowser, newPage } from '../support/browser.ts';
import { deadenSockets } from '../support/deadenSockets.ts';

vi.setConfig({ testTimeout: 120_000 });

let application: RunningApplication;
let browser: Browser;
let page: Page;
let context: BrowserContext;
let problems: string[];

// All from one address, which may open ten chats a minute: an eleventh would have to wait.
beforeAll(async () => {
  application = await startApplication({ DEMO_NOW: '2026-12-10T09:30' });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.stop();
});

beforeEach(async () => {
  ({ page, context, problems } = await newPage(browser, 'desktop'));
  // Only the page's clock is the test's: the server's minutes are its own.
  await page.clock.install();
});
afterEach(() => context.close());

async function openChat(query = ''): Promise<ChatWindow> {
  await page.goto(`${application.url}/chat${query}`);
  const chat = new ChatWindow(page, page);
  await chat.waitForReply('automatyczny asystent');
  return chat;
}

async function signIn(chat: ChatWindow, { card, password } = demoReaders.eligible): Promise<void> {
  const login = await chat.follow('Zaloguj się');
  await login.getByLabel(/karty/i).fill(card);
  await login.getByLabel(/hasło/i).fill(password);
  await login.getByRole('button', { name: /^Zaloguj/ }).click();
  await login.getByRole('heading', { name: /zalogowan/i }).waitFor();
  await login.close();
  await chat.waitForReply('Zalogowano');
}

/** Until the countdown is there or gone, as it should be; the page's timers need their ticks. */
async function countdown(state: 'shown' | 'gone'): Promise<string> {
  const bar = page.locator('#session > div');
  await page.clock.runFor(2000);
  await bar.waitFor({ state: state === 'shown' ? 'visible' : 'hidden' });
  return state === 'shown' ? bar.locator('p').innerText() : '';
}

/** The page's newest token. */
function listenForTokens(): () => string {
  let newest = '';
  page.on('request', (request) => {
    newest = request.headers()['authorization'] ?? newest;
  });
  return () => newest;
}

/** The server knows the conversation of this token no more. */
async function isRefused(authorization: string): Promise<void> {
  await vi.waitFor(async () => {
    const answer = await fetch(`${application.url}/v3/directline/tokens/refresh`, {
      method: 'POST',
      headers: { authorization, origin: application.url },
    });
    expect(answer.status).toBe(403);
  }, 5000);
}

const secondsIn = (text: string): number => Number(/Za (\d+) s/.exec(text)?.[1]);

describe('on a computer of the library', () => {
  test('a minute after the code was shown everything ends, and nothing of it stays', async () => {
    const token = listenForTokens();
    const chat = await openChat('?kiosk=1');
    await chat.say('przypomnij kod');
    await signIn(chat, demoReaders.alreadyClaimed);
    await chat.waitForReply('Twój kod na grudzień 2026');
    const code = /DEMO \d{4} \d{4}/.exec(await chat.replies.last().innerText())?.[0] ?? '';
    expect(code).not.toBe('');

    const first = await countdown('shown');
    expect(first).toContain('Zapisz swój kod');
    expect(secondsIn(first)).toBeGreaterThan(50);
    await keepScreenshot(page, 'kiosk-countdown');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.locator('#session [role=alert]').textContent()).toContain('Zapisz swój kod');

    await page.getByRole('button', { name: 'Zostaję' }).click();
    await countdown('gone');
    await page.clock.fastForward(110_000);
    await countdown('gone');
    await page.clock.fastForward(10_000);
    expect(await countdown('shown')).toContain('usuniemy ją z ekranu');
    await page.clock.fastForward(61_000);
    await chat.stateBar.getByText('usunięta z tego komputera').waitFor();
    await keepScreenshot(page, 'kiosk-closed');

    expect(await page.locator('#chat').isVisible()).toBe(false);
    await page.waitForFunction((text) => !document.body.innerHTML.includes(text), code);
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([0, 0]);
    await vi.waitFor(async () => expect(await context.cookies()).toEqual([]), 5000);
    await isRefused(token());

    await page.getByRole('button', { name: 'Zacznij nową rozmowę' }).click();
    await chat.waitForReply('automatyczny asystent');
    expect(await chat.replies.count()).toBe(1);
    await chat.ask('przypomnij kod', 'Zaloguj się na naszej stronie');
    // The test's clock has Microsoft's client ping a socket that has just closed.
    expect(problems.filter((problem) => !problem.includes('already in CLOSING'))).toEqual([]);
  });

  test('a reader who never signed in is forgotten as well, three minutes after the last touch', async () => {
    const chat = await openChat('?kiosk=1');
    await page.clock.fastForward(600_000);
    await countdown('gone');
    await chat.ask('na ilu urządzeniach?', 'urządze');
    await page.clock.fastForward(119_000);
    expect(await countdown('shown')).toContain('ten komputer służy wielu osobom');
    await chat.sendBox.press('a');
    await countdown('gone');
    await page.clock.fastForward(178_000);
    await countdown('gone');
    await chat.stateBar.getByText('usunięta z tego komputera').waitFor();
    expect(await chat.replies.count()).toBe(0);
  });

  describe('a connection that is made anew', () => {
    /** Does it, and waits until the page has asked on a new connection when the session ends. */
    async function reconnect(how: () => Promise<void>): Promise<void> {
      const asked = page.waitForResponse((answer) =>
        Boolean(answer.request().postData()?.includes('"session"')),
      );
      await how();
      expect((await asked).ok()).toBe(true);
    }

    async function isOverInAMinute(chat: ChatWindow): Promise<void> {
      expect(await countdown('shown')).toContain('Zapisz swój kod');
      await page.clock.fastForward(61_000);
      await chat.stateBar.getByText('usunięta z tego komputera').waitFor();
    }

    async function showCode(chat: ChatWindow): Promise<void> {
      await chat.say('przypomnij kod');
      await signIn(chat, demoReaders.alreadyClaimed);
      await chat.waitForReply('Twój kod na grudzień 2026');
      await countdown('shown');
    }

    test('does not begin the minute after a code again', async () => {
      const chat = await openChat('?kiosk=1');
      await showCode(chat);
      await reconnect(() =>
        page.evaluate(() => {
          for (const name of ['offline', 'online']) dispatchEvent(new Event(name));
        }),
      );
      await isOverInAMinute(chat);
    });

    test('to find a code that did not come gives it its minute and no more', async () => {
      const cut = await deadenSockets(page);
      const chat = await openChat('?kiosk=1');
      await showCode(chat);
      await page.getByRole('button', { name: 'Zostaję' }).click();
      await countdown('gone');
      cut();
      await reconnect(async () => {
        await chat.say('przypomnij kod');
        await page.clock.fastForward(12_000);
      });
      await isOverInAMinute(chat);
    });
  });

  test('the reader may end it at once', async () => {
    const chat = await openChat('?kiosk=1');
    await chat.ask('na ilu urządzeniach?', 'urządze');
    await page.clock.fastForward(130_000);
    await countdown('shown');
    await page.getByRole('button', { name: 'Zakończ teraz' }).click();
    await chat.stateBar.getByText('usunięta z tego komputera').waitFor();
  });

  test('going away from the page ends it: a reload begins anew', async () => {
    const token = listenForTokens();
    const chat = await openChat('?kiosk=1');
    await chat.ask('na ilu urządzeniach?', 'urządze');
    const old = token();
    await page.reload();
    await isRefused(old);
    await chat.waitForReply('automatyczny asystent');
    expect(await chat.replies.count()).toBe(1);
  });
});

describe('at home', () => {
  test('silence ends the session with a warning, and staying takes one press by keyboard', async () => {
    const chat = await openChat();
    await chat.say('czy dostanę kod?');
    await signIn(chat);
    await chat.waitForReply('Tak, możesz');
    await page.clock.fastForward(13 * 60_000);
    await countdown('gone');
    await page.clock.fastForward(65_000);
    const text = await countdown('shown');
    expect(text).toContain('wylogujemy Cię');
    expect(secondsIn(text)).toBeGreaterThan(20);
    await keepScreenshot(page, 'session-warning');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Zostaję' }).focus();
    await page.keyboard.press('Enter');
    await countdown('gone');
    await page.clock.fastForward(14.5 * 60_000);
    await countdown('shown');
  });

  test('the time left is right again after a reload', async () => {
    const chat = await openChat();
    await chat.say('czy dostanę kod?');
    await signIn(chat);
    await chat.waitForReply('Tak, możesz');
    await page.reload();
    await chat.waitForReply('Tak, możesz');
    await page.clock.fastForward(14.5 * 60_000);
    expect(secondsIn(await countdown('shown'))).toBeGreaterThan(10);
  });
});
