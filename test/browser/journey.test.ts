import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoReaders, type DemoReader } from '../../src/library/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { ChatWindow, keepScreenshot, launchBrowser, newPage } from '../support/browser.ts';

vi.setConfig({ testTimeout: 120_000 });

let application: RunningApplication;
let browser: Browser;

beforeAll(async () => {
  application = await startApplication({ DEMO_NOW: '2026-12-10T09:30' });
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await application.stop();
});

/** Signs in on the page that the chat links to, and comes back to the chat. */
async function signIn(chat: ChatWindow, { card, password }: DemoReader): Promise<void> {
  const page = await chat.follow('Zaloguj się');
  expect(await accessibilityProblems(page)).toEqual([]);
  await keepScreenshot(page, 'journey-2-sign-in');
  await page.getByLabel(/karty/i).fill(card);
  await page.getByLabel(/hasło/i).fill(password);
  await page.getByRole('button', { name: /^Zaloguj/ }).click();
  await page.getByRole('heading', { name: /zalogowan/i }).waitFor();
  await page.close();
}

test('a reader asks, checks, claims, is reminded and signs out', async () => {
  const { page, context, problems } = await newPage(browser, 'desktop');
  await page.goto(application.url);
  const chat = await ChatWindow.open(page);
  await chat.waitForReply('automatyczny asystent');

  await chat.ask('kiedy mozna pobierac kody', 'Na grudzień 2026 zostało 409 kodów');
  await keepScreenshot(page, 'journey-1-question');

  await chat.press('Testuj pobieranie');
  await signIn(chat, demoReaders.eligible);
  await chat.waitForReply('Tak, możesz teraz pobrać kod na grudzień 2026');

  await chat.press('Pobierz kod');
  await chat.waitForReply('Pobrać teraz kod');
  await chat.ask('a na ilu urządzeniach?', 'Z dwóch urządzeń jednocześnie');
  await chat.press('Tak');
  await chat.waitForReply('Oto Twój kod na grudzień 2026');
  await chat.waitForReply('31 grudnia 2026 r. (czwartek)');
  await chat.settle();
  await keepScreenshot(page, 'journey-3-code');
  expect(await accessibilityProblems(page)).toEqual([]);
  const code = /DEMO \d{4} \d{4}/.exec(await chat.replies.last().innerText())?.[0];
  expect(code).toBeDefined();

  await chat.ask('przypomnij kod', `Twój kod na grudzień 2026`);
  expect(await chat.replies.last().innerText()).toContain(code);

  await page.reload();
  const again = await ChatWindow.open(page);
  await again.ask('pobierz kod', 'To ten sam kod');
  expect(await again.replies.last().innerText()).toContain(code);

  await again.say('wyloguj');
  await again.chat.getByText('Wylogowano').first().waitFor();
  await vi.waitFor(
    async () => expect(await again.chat.getByText(code ?? '').count()).toBe(0),
    15_000,
  );
  await keepScreenshot(page, 'journey-4-signed-out');
  expect(problems).toEqual([]);
  await context.close();
});

test('a refused reader sees every reason with its figure', async () => {
  const { page, context } = await newPage(browser, 'phone');
  await page.goto(application.url);
  const chat = await ChatWindow.open(page);
  await chat.say('Testuj pobieranie');
  await signIn(chat, demoReaders.severalReasons);
  await chat.waitForReply(/8,00.zł/);
  await chat.waitForReply('Minął termin zwrotu 3 książek');
  await chat.settle();
  await keepScreenshot(page, 'journey-refused-phone');
  await context.close();
});
