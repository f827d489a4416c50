import { mkdirSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Page,
} from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';

/** Starts the installed Chromium; nothing of it talks to the outside. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium. Run "node scripts/setup.mjs --tests" once.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Screen = 'desktop' | 'phone' | 'narrow';
export const screens: Readonly<Record<Screen, { width: number; height: number }>> = {
  desktop: { width: 1280, height: 860 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 568 },
};

export async function newPage(
  browser: Browser,
  screen: Screen,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; problems: string[] }> {
  const context = await browser.newContext({
    viewport: screens[screen],
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    reducedMotion: 'reduce',
    ...options,
  });
  // Longer than any wait on a busy machine; nothing is measured here.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, context, problems };
}

/** The chat as a reader uses it: in the frame that the loader opened, or as a page of its own. */
export class ChatWindow {
  readonly page: Page;
  readonly chat: Page | FrameLocator;

  constructor(page: Page, chat: Page | FrameLocator) {
    this.page = page;
    this.chat = chat;
  }

  /** Presses the button on a library's page and waits until one can write. */
  static async open(page: Page): Promise<ChatWindow> {
    await page.getByRole('button', { name: 'Zapytaj o Legimi' }).click();
    const window = new ChatWindow(page, page.frameLocator('legimi-czat iframe'));
    await window.sendBox.waitFor();
    return window;
  }

  get sendBox() {
    return this.chat.locator('[data-id="webchat-sendbox-input"]');
  }

  /** Waits until what the reader types would go into the field for writing. */
  async waitForFocus(): Promise<void> {
    await this.chat.locator('[data-id="webchat-sendbox-input"]:focus').waitFor();
  }

  /** Messages of the assistant, oldest first, as they are shown. */
  get replies() {
    return this.chat.locator('legimi-wiadomosc');
  }

  async say(text: string): Promise<void> {
    await this.sendBox.fill(text);
    await this.sendBox.press('Enter');
  }

  /** Waits for a message of the assistant that contains the text. */
  async waitForReply(text: string | RegExp): Promise<void> {
    await this.replies.filter({ hasText: text }).last().waitFor();
  }

  /** Says something and waits for the answer. */
  async ask(text: string, answer: string | RegExp): Promise<void> {
    await this.say(text);
    await this.waitForReply(answer);
  }

  /** Presses one of the suggested answers. */
  async press(label: string): Promise<void> {
    await this.chat.getByRole('toolbar').getByRole('button', { name: label, exact: true }).click();
  }

  /** Follows a link of the assistant to its new tab. */
  async follow(label: string | RegExp): Promise<Page> {
    const [opened] = await Promise.all([
      this.page.context().waitForEvent('page'),
      this.replies.getByRole('link', { name: label }).last().click(),
    ]);
    await opened.waitForLoadState();
    return opened;
  }

  /** Waits until the list of messages has stood still for a while, for a picture. */
  async settle(): Promise<void> {
    await this.chat.locator('.webchat__basic-transcript__scrollable').evaluate(
      (list) =>
        new Promise<void>((resolve) => {
          let still = 0;
          let position = NaN;
          const look = (): void => {
            still = list.scrollTop === position ? still + 1 : 0;
            position = list.scrollTop;
            if (still === 30) resolve();
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
  }

  get stateBar() {
    return this.chat.locator('#state');
  }
}

/** Keeps a picture of the page among the test artefacts. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync('artifacts', { recursive: true });
  await page.screenshot({ path: `artifacts/${name}.png` });
}
