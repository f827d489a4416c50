/**
 * What the chat costs the demo library's page and a reader: bytes before it is opened, bytes of the opened
 * chat, and the time from the click to a greeting that can be answered, in real Chromium.
 *
 *   npm run bench -- widget
 *
 * A first visit has an empty cache, a later one has it full. Needs the tests' Chromium.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startMeasured } from './directline/measured.ts';
import { quantile } from './quantile.ts';

const visits = 10;

type Visit = { readonly milliseconds: number; readonly before: number; readonly opened: number };

async function launch(): Promise<Browser> {
  const script = pathToFileURL(join(process.cwd(), 'scripts/chromium.mjs')).href;
  const { ensureChromium, findChromium } = (await import(script)) as {
    ensureChromium(): void;
    findChromium(): string | null;
  };
  ensureChromium();
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found after it was installed.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** Bytes over the network, compressed, of everything but the library's own page and its style. */
async function countBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const ownPage = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname === '/' || response.url.endsWith('.css')) {
      ownPage.add(requestId);
    }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!ownPage.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const bytes = await countBytes(page);
  await page.goto(`${url}/`);
  await page.getByRole('button', { name: 'Zapytaj o Legimi' }).waitFor();
  const before = bytes();
  const chat = page.frameLocator('legimi-czat iframe');
  const start = performance.now();
  await page.getByRole('button', { name: 'Zapytaj o Legimi' }).click();
  await chat.locator('legimi-wiadomosc').first().waitFor();
  await chat.locator('[data-id="webchat-sendbox-input"]:enabled').waitFor();
  const milliseconds = performance.now() - start;
  const opened = bytes() - before;
  await page.close();
  return { milliseconds, before, opened };
}

function row(label: string, list: readonly Visit[]): Record<string, string> {
  const times = list.map(({ milliseconds }) => milliseconds);
  const kilobytes = (value: number | undefined) => ((value ?? 0) / 1024).toFixed(1);
  return {
    visit: label,
    'kB before': kilobytes(list[0]?.before),
    'kB opened': kilobytes(list[0]?.opened),
    'median ms': quantile(times, 0.5).toFixed(0),
    'worst ms': quantile(times, 1).toFixed(0),
  };
}

const server = await startMeasured('legimi', '127.0.0.0/8');
const browser = await launch();
const first: Visit[] = [];
const later: Visit[] = [];
for (let count = 0; count < visits; count += 1) {
  const context = await browser.newContext({ locale: 'pl-PL' });
  first.push(await visit(context, server.url));
  later.push(await visit(context, server.url));
  await context.close();
}
await browser.close();
await server.stop();
console.log(`From click to a greeting that can be answered, ${visits} visits each`);
console.table([row('first', first), row('later', later)]);
