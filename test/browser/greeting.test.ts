import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { ChatWindow, launchBrowser, newPage } from '../support/browser.ts';

vi.setConfig({ testTimeout: 120_000 });

let application: RunningApplication;
let browser: Browser;
let page: Page;
let context: BrowserContext;

beforeAll(async () => {
  application = await startApplication({ DEMO_NOW: '2026-12-10T09:30' });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await application.stop();
});

beforeEach(async () => {
  ({ page, context } = await newPage(browser, 'desktop'));
});
afterEach(() => context.close());

async function openChat(query: string): Promise<ChatWindow> {
  await page.goto(`${application.url}/chat${query}`);
  const chat = new ChatWindow(page, page);
  await chat.waitForReply('automatyczny asystent');
  return chat;
}

describe('a page of the library', () => {
  test('that names its subject gets a greeting that begins with it', async () => {
    const chat = await openChat('?greeting=devices');
    expect(await chat.replies.first().innerText()).toContain('Z ilu urządzeń');
    const buttons = chat.chat.getByRole('toolbar').getByRole('button');
    expect(await buttons.allInnerTexts()).toContain('Pobierz kod');
    await buttons.first().click();
    await chat.waitForReply('urządze');
  });

  test('that names a subject nobody knows gets the usual greeting', async () => {
    const chat = await openChat('?greeting=../../etc');
    const buttons = chat.chat.getByRole('toolbar').getByRole('button');
    expect(await buttons.first().innerText()).toBe('Testuj pobieranie');
  });
});
