import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { demoReaders } from '../../src/library/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import {
  ChatWindow,
  keepScreenshot,
  launchBrowser,
  newPage,
  type Screen,
} from '../support/browser.ts';
import { chatBot } from '../support/chatBot.ts';
import { library, startChatServer, type ChatServer } from '../support/chatServer.ts';

// A browser on a busy machine takes its time; what is measured elsewhere is not measured here.
vi.setConfig({ testTimeout: 60_000 });

let server: ChatServer;
let browser: Browser;

beforeAll(async () => {
  const readers = Object.entries(demoReaders).map(([id, reader]) => ({ id, ...reader }));
  server = await startChatServer({ runTurn: chatBot, demo: { readers } });
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['high contrast', { forcedColors: 'active' }],
];
const screens: readonly Screen[] = ['desktop', 'phone', 'narrow'];

/** True when the reader would have to scroll sideways, on the page or in the chat. */
async function scrollsSideways(page: Page): Promise<boolean> {
  const answers = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => {
        const transcript = document.querySelector('.webchat__basic-transcript__scrollable');
        return [document.documentElement, transcript].some(
          (element) => element && element.scrollWidth > element.clientWidth,
        );
      }),
    ),
  );
  return answers.includes(true);
}

describe.each(looks)('in %s', (look, options) => {
  test.each(screens)('the chat on a %s screen is whole and accessible', async (screen) => {
    const name = `${screen}-${look.replace(' ', '-')}`;
    const { page, context, problems } = await newPage(browser, screen, options);
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).waitFor();
    await keepScreenshot(page, `closed-${name}`);
    expect(await accessibilityProblems(page)).toEqual([]);

    const chat = await ChatWindow.open(page);
    await chat.waitForReply('Dzień dobry');
    await chat.settle();
    await keepScreenshot(page, `greeting-${name}`);
    expect(await accessibilityProblems(page)).toEqual([]);

    await chat.ask('pobierz kod', 'Zaloguj się na naszej stronie');
    await chat.settle();
    await keepScreenshot(page, `sign-in-${name}`);
    await chat.ask('kod', 'Oto Twój kod');
    await chat.settle();
    await keepScreenshot(page, `code-${name}`);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(problems).toEqual([]);
    await context.close();
  });

  test('the privacy notice is accessible and fits the narrowest screen', async () => {
    const { page, context } = await newPage(browser, 'narrow', options);
    await page.goto(server.url + library.privacyPage);
    await keepScreenshot(page, `privacy-narrow-${look.replace(' ', '-')}`);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await context.close();
  });
});

describe('a reader who enlarges', () => {
  test('the page to 200 percent still sees everything without scrolling sideways', async () => {
    const { page, context } = await newPage(browser, 'desktop', {
      viewport: { width: 640, height: 430 },
      deviceScaleFactor: 2,
    });
    await page.goto(server.url);
    const chat = await ChatWindow.open(page);
    await chat.ask('kod', 'Oto Twój kod');
    await chat.settle();
    await keepScreenshot(page, 'code-zoomed');
    expect(await scrollsSideways(page)).toBe(false);
    await context.close();
  });

  test('only the text gets larger text in the chat', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await page.goto(`${server.url}/chat`);
    const chat = new ChatWindow(page, page);
    await chat.waitForReply('Dzień dobry');
    const size = () => chat.replies.first().evaluate((reply) => getComputedStyle(reply).fontSize);
    expect(await size()).toBe('16px');
    const session = await context.newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 26 } });
    expect(await size()).toBe('26px');
    await keepScreenshot(page, 'large-text');
    expect(await scrollsSideways(page)).toBe(false);
    await context.close();
  });
});

describe('a reader', () => {
  test('who spaces text out loses nothing of it (WCAG 1.4.12)', async () => {
    const { page, context } = await newPage(browser, 'narrow');
    await page.goto(`${server.url}/chat`);
    const chat = new ChatWindow(page, page);
    await chat.ask('kod', 'Oto Twój kod');
    // Through the debugger, as a reader's own style sheet: no policy of the page stands in the way.
    await page.evaluate(() => {
      const spaced = new CSSStyleSheet();
      spaced.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, spaced];
    });
    await chat.settle();
    await keepScreenshot(page, 'spaced-text');
    expect(await scrollsSideways(page)).toBe(false);
    const cut = await chat.replies.last().evaluate((reply) =>
      [...reply.querySelectorAll('p, li, button, code')].flatMap((part) => {
        const isCut = part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0;
        return isCut ? [part.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
    await context.close();
  });

  test.each(looks)(
    'who goes by keyboard sees where, in %s (WCAG 2.4.7)',
    async (_look, options) => {
      const { page, context } = await newPage(browser, 'desktop', options);
      await page.goto(`${server.url}/chat`);
      const chat = new ChatWindow(page, page);
      await chat.ask('kod', 'Oto Twój kod');
      await chat.sendBox.focus();
      const seen = new Set<string>();
      for (let stop = 0; stop < 10; stop += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluateHandle(() => document.activeElement);
        const element = focused.asElement();
        const tag = await page.evaluate((one) => one?.tagName, focused);
        // The caret shows where one writes; past the last stop the focus leaves the page.
        if (!element || tag === 'BODY' || tag === 'INPUT') continue;
        const withFocus = await page.screenshot();
        await element.evaluate((one) => (one as HTMLElement).blur());
        const without = await page.screenshot();
        await element.evaluate((one) => (one as HTMLElement).focus());
        const name = await element.evaluate(
          (one) => one.getAttribute('aria-label') ?? one.textContent,
        );
        expect([name, withFocus.equals(without)]).toEqual([name, false]);
        seen.add(name ?? '');
      }
      expect(seen.size).toBeGreaterThan(3);
      await context.close();
    },
  );

  test('who asked for less motion sees nothing move (WCAG 2.3.3)', async () => {
    const { page, context } = await newPage(browser, 'desktop');
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).click();
    const running = await page.evaluate(() => document.getAnimations().length);
    expect(running).toBe(0);
    await context.close();
  });
});
