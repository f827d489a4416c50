import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { mistakes } from '../support/directLineFaults.ts';
import { openWorld, type World } from '../support/directLineWorld.ts';
import { startHostPage, type HostPage } from '../support/hostPage.ts';

// A browser on a busy machine takes its time; what is measured elsewhere is not measured here.
vi.setConfig({ testTimeout: 60_000 });

/** How long a broken server may keep a browser waiting before it counts as noticed. */
const patience = 3000;
const webChat = 'node_modules/botframework-webchat/dist/webchat.js';

let browser: Browser;
let site: HostPage;
let page: Page;
let world: World | undefined;
const noticed: { mistake: string; 'noticed by': string }[] = [];

beforeAll(async () => {
  site = await startHostPage();
  site.show('<div id="chat"></div>');
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
  console.table(noticed);
});

beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(site.url);
});
afterEach(async () => {
  await page.close();
  await world?.close();
  world = undefined;
});

/** What the page's own script gets to read; null when the browser keeps the answer from it. */
async function readStatus(path: string): Promise<number | null> {
  return page.evaluate(
    (url) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: url.endsWith('generate') ? 'include' : 'omit',
        body: '{}',
      }).then(
        ({ status }) => status,
        () => null,
      ),
    `${world?.url}/v3/directline${path}`,
  );
}

/** Microsoft's Web Chat as it was released, on a page of the library's own. */
async function startWebChat(webSocket = true): Promise<void> {
  // Not by interception: Playwright would answer preflights itself.
  await page.addScriptTag({ path: webChat });
  await page.evaluate(
    async ({ domain, isSocket }) => {
      const answer = await fetch(`${domain}/tokens/generate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'include',
        body: '{}',
      });
      const { token } = (await answer.json()) as { token: string };
      type Bundle = Record<string, (options: object, place?: Element | null) => object>;
      const { createDirectLine, renderWebChat } = (globalThis as unknown as { WebChat: Bundle })
        .WebChat;
      const directLine = createDirectLine?.({ domain, token, webSocket: isSocket });
      renderWebChat?.({ directLine }, document.querySelector('#chat'));
    },
    { domain: `${world?.url}/v3/directline`, isSocket: webSocket },
  );
}

async function isAnswered(): Promise<void> {
  await page.locator('.webchat__bubble').getByText('welcome').waitFor();
  const field = page.locator('[data-id="webchat-sendbox-input"]');
  await field.fill('hej');
  await field.press('Enter');
  await page.locator('.webchat__bubble').getByText('echo hej').waitFor();
  const own = page.locator('.webchat__bubble--from-user');
  await page.getByText('Sending', { exact: true }).waitFor({ state: 'hidden' });
  expect(await own.count()).toBe(1);
}

const checks: Readonly<Record<string, () => Promise<void>>> = {
  'the page reads its new token': async () =>
    expect(await readStatus('/tokens/generate')).toBe(200),
  'the page reads why it is refused': async () =>
    expect(await readStatus('/conversations')).toBe(401),
  'Web Chat asks and is answered, over a WebSocket': async () => {
    await startWebChat();
    await isAnswered();
  },
  'Web Chat asks and is answered, by polling': async () => {
    await startWebChat(false);
    await isAnswered();
  },
};

describe('on a page of another origin that the library named', () => {
  test.each(Object.entries(checks))('%s', async (_name, check) => {
    world = await openWorld({}, [site.url]);
    await check();
  });
});

describe('a browser notices a server with', () => {
  test.each([
    ['no CORS on success', 'the page reads its new token'],
    ['no CORS on errors', 'the page reads why it is refused'],
    [
      'x-requested-with missing in the preflight',
      'Web Chat asks and is answered, over a WebSocket',
    ],
    ['own activity not echoed', 'Web Chat asks and is answered, over a WebSocket'],
    ['clientActivityID lost', 'Web Chat asks and is answered, over a WebSocket'],
  ])('%s', async (mistake, noticedBy) => {
    page.setDefaultTimeout(patience);
    world = await openWorld(mistakes[mistake]?.fault, [site.url]);
    await expect(checks[noticedBy]?.()).rejects.toThrow(/expected|Timeout/);
    noticed.push({ mistake, 'noticed by': noticedBy });
  });
});
