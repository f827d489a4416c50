import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ChatWindow, keepScreenshot, launchBrowser, newPage } from '../support/browser.ts';
import { chatBot } from '../support/chatBot.ts';
import { startChatServer, type ChatServer } from '../support/chatServer.ts';
import { freePort } from '../support/freePort.ts';
import { startHostPage, strictPolicy, type HostPage } from '../support/hostPage.ts';

const text = '<main><h1>Biblioteka</h1><div><button>Szukaj</button></div></main>';

// A browser on a busy machine takes its time; what is measured elsewhere is not measured here.
vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let chatServer: ChatServer;
let site: HostPage;

beforeAll(async () => {
  const sitePort = await freePort();
  chatServer = await startChatServer({
    runTurn: chatBot,
    embedders: [`http://127.0.0.1:${sitePort}`],
  });
  site = await startHostPage(sitePort);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await site.stop();
  await chatServer.stop();
});

/** Opens the library's page with this content, under the strictest policy unless told otherwise. */
async function openSite(page: Page, body: string, policy?: string): Promise<void> {
  site.show(body, policy ?? strictPolicy(chatServer.url));
  await page.goto(site.url);
}

const loaderTag = (attributes = ''): string =>
  `<script src="${chatServer.url}/widget.js" defer ${attributes}></script>`;

describe('before the reader opens the chat', () => {
  test('only the loader is loaded, nothing is stored and no cookie is set', async () => {
    const { page, context, problems } = await newPage(browser, 'desktop');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await openSite(page, text + loaderTag());
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).waitFor();
    expect(requests.filter((url) => url.startsWith(chatServer.url))).toEqual([
      `${chatServer.url}/widget.js`,
    ]);
    expect(await context.cookies([site.url, chatServer.url])).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('the host page keeps its globals, its styles and its own elements', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    const look = () =>
      page.evaluate(() => ({
        globals: Object.getOwnPropertyNames(window).sort(),
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        button: JSON.stringify({
          ...getComputedStyle(document.querySelector('button') as Element),
        }),
        root: document.documentElement.getAttribute('style'),
        elements: document.querySelectorAll('*:not(script)').length,
      }));
    await openSite(page, text);
    const before = await look();
    await openSite(page, text + loaderTag());
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).waitFor();
    expect(await look()).toEqual({ ...before, elements: before.elements + 1 });
    await context.close();
  });

  test('a host page with loud styles cannot deform the button', async () => {
    const loud = `<style>
      * { all: unset !important; font-size: 40px !important; color: red !important; }
      legimi-czat { display: none !important; opacity: 0 !important; transform: scale(9) !important; }
      div, button, span, dialog { position: static !important; padding: 99px !important; }
    </style>`;
    const { page, context } = await newPage(browser, 'desktop');
    await openSite(page, text + loaderTag());
    const button = page.getByRole('button', { name: 'Zapytaj o Legimi' });
    const normal = await button.boundingBox();
    await openSite(page, loud + text + loaderTag(), `script-src ${chatServer.url}`);
    expect(await button.boundingBox()).toEqual(normal);
    expect(await button.evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px');
    await context.close();
  });

  test.each([
    [
      'moves and narrows its body',
      '<style>body { transform: translateX(9px); height: 3000px; width: 600px; }</style>',
    ],
    ['is written from right to left', '<style>html { direction: rtl; }</style>'],
    [
      'has its own ideas of lists and modules',
      `<script>
      Array.prototype.map = Array.prototype.forEach = Array.prototype.filter = () => [];
      Object.prototype.toJSON = () => 'x';
      globalThis.define = Object.assign(() => { throw new Error('not for us'); }, { amd: {} });
    </script>`,
    ],
  ])('a host page that %s changes nothing', async (_name, oddity) => {
    const policy = `script-src 'unsafe-inline' ${chatServer.url}`;
    const { page, context, problems } = await newPage(browser, 'desktop');
    const button = page.getByRole('button', { name: 'Zapytaj o Legimi' });
    const look = async () => ({
      button: await button.boundingBox(),
      icon: await button.locator('svg').boundingBox(),
      colour: await button.evaluate((element) => getComputedStyle(element).color),
    });
    await openSite(page, text + loaderTag());
    const normal = await look();
    await openSite(page, oddity + text + loaderTag(), policy);
    expect(await look()).toEqual(normal);
    await (await ChatWindow.open(page)).waitForReply('Dzień dobry');
    expect(problems).toEqual([]);
    await context.close();
  });

  test('a host page that loads its next page in place of its body keeps the button', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await openSite(page, text + loaderTag());
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).waitFor();
    await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
    await (await ChatWindow.open(page)).waitForReply('Dzień dobry');
    await context.close();
  });

  test('the button follows the text size of the reader, not that of the host page', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    const small = '<style>html { font-size: 62.5%; }</style>';
    await openSite(page, small + text + loaderTag(), `script-src ${chatServer.url}`);
    const button = page.getByRole('button', { name: 'Zapytaj o Legimi' });
    const size = () => button.evaluate((element) => getComputedStyle(element).fontSize);
    expect(await size()).toBe('16px');
    const session = await context.newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 26 } });
    expect(await size()).toBe('26px');
    await ChatWindow.open(page);
    await keepScreenshot(page, 'large-text-button');
    await context.close();
  });

  test('a second copy of the line makes no second button', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await openSite(page, text + loaderTag() + loaderTag());
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: 'Zapytaj o Legimi' }).count()).toBe(1);
    await context.close();
  });
});

describe('options on the line', () => {
  test('choose colour, corner and words; the text on the button stays readable', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    const options = 'data-colour="#ffd54f" data-position="left" data-label="Kody do Legimi"';
    await openSite(page, text + loaderTag(options));
    const button = page.getByRole('button', { name: 'Kody do Legimi' });
    const { x } = (await button.boundingBox())!;
    expect(x).toBe(20);
    const [background, colour] = await button.evaluate((element) => {
      const style = getComputedStyle(element);
      return [style.backgroundColor, style.color];
    });
    expect([background, colour]).toEqual(['rgb(255, 213, 79)', 'rgb(0, 0, 0)']);
    await button.click();
    const frame = page.frameLocator('legimi-czat iframe');
    await frame.locator('[data-id="webchat-sendbox-input"]').waitFor();
    const accent = await frame
      .locator(':root')
      .evaluate((root) => getComputedStyle(root).getPropertyValue('--accent'));
    expect(accent).not.toBe('#ffd54f');
    await keepScreenshot(page, 'options');
    await context.close();
  });

  test('that are no colour are left aside', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await openSite(page, text + loaderTag('data-colour="red;background:url(//evil)"'));
    const button = page.getByRole('button', { name: 'Zapytaj o Legimi' });
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(31, 91, 78)',
    );
    await context.close();
  });
});

describe('the open chat', () => {
  test('runs under a strict policy of the host page, trusted types included', async () => {
    const { page, context, problems } = await newPage(browser, 'desktop');
    await openSite(page, text + loaderTag());
    const chat = await ChatWindow.open(page);
    await chat.waitForReply('Dzień dobry');
    await chat.ask('kiedy będą kody?', '10 grudnia');
    expect(problems).toEqual([]);
    await context.close();
  });

  test('is not shown on a site that the library did not name', async () => {
    const stranger = await startHostPage();
    stranger.show(text + loaderTag());
    const { page, context } = await newPage(browser, 'desktop');
    await page.goto(stranger.url);
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).click();
    await page.waitForLoadState('networkidle');
    const frames = page.frames().map((frame) => frame.url());
    expect(frames.filter((url) => url.startsWith(`${chatServer.url}/chat`))).toEqual([]);
    await context.close();
    await stranger.stop();
  });

  test('fills a phone, is modal there, and can be closed even when the chat does not load', async () => {
    const { page, context } = await newPage(browser, 'phone');
    await page.route('**/chat', (route) => route.abort());
    await page.clock.install();
    await openSite(page, text + loaderTag());
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await page.clock.runFor(16_000);
    await dialog.getByText('Czat się nie otworzył').waitFor();
    await keepScreenshot(page, 'failed-phone');
    await page.unroute('**/chat');
    await dialog.getByRole('button', { name: 'Spróbuj ponownie' }).click();
    const chat = new ChatWindow(page, page.frameLocator('legimi-czat iframe'));
    await chat.waitForReply('Dzień dobry');
    await chat.chat.getByRole('button', { name: 'Zamknij czat' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await context.close();
  });

  test('leaves a phone its keyboard: what is written and the last words stay in sight', async () => {
    const { page, context } = await newPage(browser, 'phone');
    // A keyboard on the screen, which this browser does not have, makes only this smaller.
    await page.addInitScript(() => {
      const seen = Object.assign(new EventTarget(), { height: 844, offsetTop: 0, scale: 1 });
      Object.defineProperty(window, 'visualViewport', { value: seen });
    });
    const cover = (change: object) =>
      page.evaluate((now) => {
        Object.assign(window.visualViewport as object, now);
        window.visualViewport?.dispatchEvent(new Event('resize'));
      }, change);
    await openSite(page, text + loaderTag());
    const chat = await ChatWindow.open(page);
    const dialog = page.getByRole('dialog');
    const whole = { x: 0, y: 0, width: 390, height: 844 };
    expect(await dialog.boundingBox()).toEqual(whole);
    await cover({ height: 420, offsetTop: 30 });
    expect(await dialog.boundingBox()).toEqual({ ...whole, y: 30, height: 420 });
    await chat.ask('kiedy będą kody?', '10 grudnia');
    await keepScreenshot(page, 'keyboard-phone');
    await cover({ height: 422, offsetTop: 200, scale: 2 });
    expect(await dialog.boundingBox()).toEqual(whole);
    await context.close();
  });

  test('listens to nobody but the page around it', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await openSite(page, text, `script-src 'none'`);
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(
        (url) => void Object.assign(window, { chat: open(url) }),
        `${chatServer.url}/chat`,
      ),
    ]);
    const chat = new ChatWindow(popup, popup);
    await chat.waitForReply('Dzień dobry');
    const answer = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => resolve(data);
          (window as unknown as { chat: Window }).chat.postMessage('legimi-czat', '*', [port2]);
          setTimeout(() => resolve('silence'), 1000);
        }),
    );
    expect(answer).toBe('silence');
    expect(await popup.locator('#close').isVisible()).toBe(false);
    await context.close();
  });

  test('counts on the button what came while it was closed', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await openSite(page, text + loaderTag());
    const chat = await ChatWindow.open(page);
    await chat.waitForReply('Dzień dobry');
    await chat.say('powoli');
    await chat.chat.getByRole('button', { name: 'Zamknij czat' }).click();
    const button = page.getByRole('button', { name: 'Nieprzeczytane wiadomości: 1' });
    await button.waitFor();
    await button.click();
    await page.getByRole('button', { name: 'Zapytaj o Legimi', exact: true }).waitFor();
    await context.close();
  });
});

describe('by keyboard', () => {
  test('the chat opens, takes the focus, closes by Escape and gives the focus back', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await openSite(page, text + loaderTag());
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const chat = new ChatWindow(page, page.frameLocator('legimi-czat iframe'));
    await chat.waitForReply('Dzień dobry');
    await chat.waitForFocus();
    await page.keyboard.type('kiedy będą kody?');
    await page.keyboard.press('Enter');
    await chat.waitForReply('10 grudnia');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const focused = await page.evaluate(
      () => document.activeElement?.shadowRoot?.activeElement?.textContent,
    );
    expect(focused).toContain('Zapytaj o Legimi');
    await page.keyboard.press('Enter');
    await chat.waitForFocus();
    await page.keyboard.type('jeszcze raz');
    await page.keyboard.press('Enter');
    await chat.waitForReply('Echo: jeszcze raz');
    await context.close();
  });

  test('the suggested answers are reached by Shift+Tab; Escape there goes back to writing first', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await openSite(page, text + loaderTag());
    const chat = await ChatWindow.open(page);
    await chat.waitForReply('Dzień dobry');
    await chat.sendBox.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    await chat.waitForFocus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await chat.waitForReply('Zaloguj się na naszej stronie');
    await context.close();
  });
});
