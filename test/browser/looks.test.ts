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
