import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test, vi } from 'vitest';
import { demoReaders } from '../../src/library/index.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { ChatWindow, keepScreenshot, launchBrowser, newPage } from '../support/browser.ts';
import {
  readerWithoutCard,
  startCertifiedProvider,
  type CertifiedProvider,
} from '../support/certifiedProvider.ts';

vi.setConfig({ testTimeout: 120_000 });

const { eligible, finedReader } = demoReaders;

let provider: CertifiedProvider;
let application: RunningApplication;
let browser: Browser;
let context: BrowserContext;
let chat: ChatWindow;

beforeAll(async () => {
  provider = await startCertifiedProvider();
  application = await startApplication({
    DEMO_NOW: '2026-12-10T09:30',
    ...provider.settings,
  });
  provider.register(application.url);
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await application.stop();
  await provider.stop();
});

beforeEach(async () => {
  const opened = await newPage(browser, 'phone');
  context = opened.context;
  // The provider's own pages would fetch a font from elsewhere.
  await context.route(/googleapis/, (route) => route.abort());
  await opened.page.goto(application.url);
  chat = await ChatWindow.open(opened.page);
  await chat.waitForReply('automatyczny asystent');
});

afterEach(async () => {
  provider.setDown(false);
  await context.close();
});

/** Asks for something that needs a signed-in reader, and opens the link that the chat gives. */
async function openLink(): Promise<Page> {
  await chat.ask('Testuj pobieranie', 'Link działa 10 minut');
  await chat.settle();
  return chat.follow('Zaloguj się');
}

async function goToProvider(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Zaloguj się' }).click();
  await page.waitForURL(`${provider.issuer}/**`);
}

async function signInThere(page: Page, card: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(card);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The address to which the provider would send the browser back, had it not been held up. */
async function catchAnswer(page: Page, act: () => Promise<void>): Promise<string> {
  const caught = provider.holdAnswer();
  await act();
  await page.getByText('Held up').waitFor();
  return caught();
}

type LoginCookie = {
  readonly secret: string;
  readonly visit: { readonly nonce: string } | null;
};

async function loginCookie(): Promise<LoginCookie> {
  const cookies = await context.cookies(application.url);
  const value = cookies.find(({ name }) => name === 'login')?.value ?? '';
  return JSON.parse(Buffer.from(value, 'base64url').toString()) as LoginCookie;
}

async function setLoginCookie(cookie: LoginCookie): Promise<void> {
  const value = Buffer.from(JSON.stringify(cookie)).toString('base64url');
  await context.addCookies([{ name: 'login', value, url: application.url, httpOnly: true }]);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

test('a reader signs in at the provider, checks, and signs out there as well', async () => {
  const page = await openLink();
  await page.getByText(new URL(provider.issuer).host).waitFor();
  expect(await page.locator('input:visible').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await keepScreenshot(page, 'openid-1-page');
  await goToProvider(page);
  await signInThere(page, eligible.card);
  await heading(page, 'Zalogowano').waitFor();
  expect(new URL(page.url()).pathname).toBe('/login');
  expect(await accessibilityProblems(page)).toEqual([]);
  await keepScreenshot(page, 'openid-2-signed-in');
  await chat.waitForReply('Tak, możesz teraz pobrać kod na grudzień 2026');

  await page.getByRole('link', { name: /Wyloguj/ }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await heading(page, 'Wylogowano').waitFor();
});

test('a reader who says no there can try again', async () => {
  const page = await openLink();
  await goToProvider(page);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await heading(page, 'Logowanie przerwane').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await keepScreenshot(page, 'openid-3-declined');
  await goToProvider(page);
  await signInThere(page, eligible.card);
  await heading(page, 'Zalogowano').waitFor();
});

test('a reader without a library card is told so and stays signed out', async () => {
  const page = await openLink();
  await goToProvider(page);
  await signInThere(page, readerWithoutCard);
  await heading(page, 'To konto nie ma karty bibliotecznej').waitFor();
  await chat.ask('wyloguj', 'Nikt nie jest teraz zalogowany');
});

test('an answer with another state is not taken, and the visit goes on', async () => {
  const page = await openLink();
  await goToProvider(page);
  const answer = await catchAnswer(page, () => signInThere(page, eligible.card));
  const forged = new URL(answer);
  forged.searchParams.set('state', 'x'.repeat(43));
  await page.goto(forged.href);
  await heading(page, 'Ta strona jest nieaktualna').waitFor();
  await page.goto(answer);
  await heading(page, 'Zalogowano').waitFor();
});

test('an answer without a state, or in a browser that began no visit, is not taken', async () => {
  const page = await openLink();
  await goToProvider(page);
  const answer = await catchAnswer(page, () => signInThere(page, eligible.card));
  const bare = new URL(answer);
  bare.searchParams.delete('state');
  await page.goto(bare.href);
  await heading(page, 'Ta strona jest nieaktualna').waitFor();
  const other = await newPage(browser, 'phone');
  await other.page.goto(answer);
  await heading(other.page, 'Otwórz link z rozmowy').waitFor();
  await other.context.close();
});

test('a token with the nonce of another visit lets nobody in', async () => {
  const page = await openLink();
  await goToProvider(page);
  const answer = await catchAnswer(page, () => signInThere(page, eligible.card));
  const cookie = await loginCookie();
  if (!cookie.visit) throw new Error('The browser is on no visit.');
  await setLoginCookie({ ...cookie, visit: { ...cookie.visit, nonce: 'x'.repeat(43) } });
  await page.goto(answer);
  await heading(page, 'Nie udało się zalogować').waitFor();
  await chat.ask('wyloguj', 'Nikt nie jest teraz zalogowany');
});

test('a code that was used lets nobody in again, also for a new link', async () => {
  const page = await openLink();
  await goToProvider(page);
  const answer = await catchAnswer(page, () => signInThere(page, eligible.card));
  const { visit } = await loginCookie();
  await page.goto(answer);
  await heading(page, 'Zalogowano').waitFor();
  await page.goto(answer);
  await heading(page, 'Ta strona jest nieaktualna').waitFor();
  await page.close();

  // Signing out ends the conversation; the thief begins another one in the same browser.
  await chat.say('wyloguj');
  await chat.chat.getByText('Wylogowano').first().waitFor();
  await chat.page.reload();
  chat = await ChatWindow.open(chat.page);
  const again = await openLink();
  await setLoginCookie({ ...(await loginCookie()), visit });
  await again.goto(answer);
  await heading(again, 'Nie udało się zalogować').waitFor();
  await chat.ask('wyloguj', 'Nikt nie jest teraz zalogowany');
});

test('a provider that is down is said to be down, and the link still works afterwards', async () => {
  const page = await openLink();
  await goToProvider(page);
  const answer = await catchAnswer(page, () => signInThere(page, finedReader.card));
  provider.setDown(true);
  await page.goto(answer);
  await heading(page, 'System biblioteki nie odpowiada').waitFor();
  provider.setDown(false);
  // The provider still knows the reader and asks nothing.
  await page.getByRole('button', { name: 'Zaloguj się' }).click();
  await heading(page, 'Zalogowano').waitFor();
  await chat.waitForReply(/zł/);
});
