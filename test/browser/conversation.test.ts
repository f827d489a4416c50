import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunTurn } from '../../src/channels/channel.ts';
import type { Chat } from '../../src/signin/index.ts';
import { ChatWindow, keepScreenshot, launchBrowser, newPage } from '../support/browser.ts';
import { chatBot, chatBotCode } from '../support/chatBot.ts';
import { startChatServer, type ChatServer } from '../support/chatServer.ts';
import { deadenSockets } from '../support/deadenSockets.ts';
import { memoryStore, type MemoryStore } from '../support/directLineStore.ts';

// A browser on a busy machine takes its time; what is measured elsewhere is not measured here.
vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let server: ChatServer;
let store: MemoryStore;
let context: BrowserContext;
let page: Page;
let problems: string[];
/** The chat of the last turn, as the channel named it to the bot. */
let chat: Chat;

const runTurn: RunTurn = async (turn, of) => {
  chat = of;
  await chatBot(turn, of);
};

/** What the server keeps of a code. */
function maskActivity(activity: { text?: string }): { text: string; channelData: object } | null {
  return activity.text?.includes(chatBotCode.grouped)
    ? { ...activity, text: '•••• 9QPR', channelData: {} }
    : null;
}

beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser.close());

beforeEach(async () => {
  store = memoryStore();
  server = await startChatServer({ runTurn, store, maskActivity });
  ({ page, context, problems } = await newPage(browser, 'desktop'));
});
afterEach(async () => {
  await context.close();
  await server.stop();
});

async function openChat(): Promise<ChatWindow> {
  await page.goto(`${server.url}/chat`);
  const window = new ChatWindow(page, page);
  await window.waitForReply('Dzień dobry');
  return window;
}

/** The same port with the same store: what a restart of the program is. */
async function restart(whileDown: () => Promise<void> = async () => undefined): Promise<void> {
  const port = Number(new URL(server.url).port);
  await server.stop();
  await whileDown();
  server = await startChatServer({ runTurn, store, maskActivity, port });
}

describe('a message', () => {
  test('with a code shows it as text, copies it with one press and says so', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const window = await openChat();
    await window.ask('kod', 'Oto Twój kod');
    const box = window.replies.getByRole('group', { name: 'Twój kod do Legimi' });
    expect(await box.locator('.code-value').innerText()).toBe(chatBotCode.grouped);
    await box.getByRole('button', { name: 'Kopiuj kod' }).click();
    await box.getByRole('button', { name: 'Skopiowano' }).waitFor();
    expect(await box.getByRole('status').textContent()).toBe('Skopiowano');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(chatBotCode.plain);
  });

  test('with a code is read aloud letter by letter, once', async () => {
    const window = await openChat();
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver((changes) => {
        for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
          if (node instanceof Element && node.matches('.webchat__live-region-activity')) {
            said.push(node.textContent ?? '');
          }
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    await window.ask('kod', 'Oto Twój kod');
    await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length > 1);
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    const spelled = said.filter((text) => text.includes('W X Y Z, 7 K 3 M, 9 Q P R'));
    expect(spelled).toHaveLength(1);
    expect(spelled[0]).toMatch(/^Asystent mówi:/);
    expect(said.join()).not.toContain(chatBotCode.grouped);
  });

  test('of the reader that is far too long stays whole on the screen, and is answered', async () => {
    const window = await openChat();
    const chapter = 'Rozdział pierwszy. '.repeat(5000).trim();
    await window.ask(chapter, 'Echo: Rozdział pierwszy.');
    const own = page.locator('.webchat__bubble--from-user .webchat__text-content');
    expect((await own.innerText()).length).toBe(chapter.length);
    expect(await page.getByText('Nie wysłano').count()).toBe(0);
  });

  test('is text, whatever stands in it', async () => {
    const window = await openChat();
    await window.ask(
      '<b>x</b>',
      '<img src=x onerror=alert(1)> **nie** [link](javascript:alert(1))',
    );
    await page.locator('.webchat__bubble--from-user').getByText('<b>x</b>').waitFor();
    expect(await page.locator('#chat img[src="x"], #chat b').count()).toBe(0);
    expect(await page.locator('#chat a[href^="javascript"]').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('with an address shows a link to a new tab that gets no handle on the chat', async () => {
    const window = await openChat();
    await window.ask('kiedy będą kody?', 'Harmonogram');
    const link = window.replies.getByRole('link', {
      name: 'biblioteka.example/legimi/harmonogram',
    });
    expect(await link.getAttribute('href')).toBe(
      'https://www.biblioteka.example/legimi/harmonogram',
    );
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('with a page to open shows a link like a button', async () => {
    const window = await openChat();
    await window.ask('pobierz kod', 'Zaloguj się na naszej stronie');
    const link = window.replies.getByRole('link', { name: 'Zaloguj się' });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  });

  test('of the bot comes by itself when something happened elsewhere', async () => {
    const window = await openChat();
    await window.ask('cześć', 'Echo: cześć');
    await server.channel.raise(chat, 'signedIn');
    await window.waitForReply('Zalogowano: karta …1001.');
  });

  test('can be chosen from the suggested answers', async () => {
    const window = await openChat();
    await window.press('Kiedy kody?');
    await window.waitForReply('Echo: Kiedy kody?');
  });
});

describe('after a reload', () => {
  test('the same conversation goes on, nothing is lost and nobody is greeted twice', async () => {
    const window = await openChat();
    await window.ask('pierwsze', 'Echo: pierwsze');
    const before = chat.conversationId;
    await page.reload();
    await window.waitForReply('Echo: pierwsze');
    await window.ask('drugie', 'Echo: drugie');
    expect(chat.conversationId).toBe(before);
    expect(await window.replies.allInnerTexts()).toEqual([
      expect.stringContaining('Dzień dobry'),
      'Echo: pierwsze',
      'Echo: drugie',
    ]);
  });

  test('of a conversation that ended meanwhile, a new one begins without fuss', async () => {
    const window = await openChat();
    await window.ask('pierwsze', 'Echo: pierwsze');
    await page.goto('about:blank');
    await server.channel.endSession(chat);
    await openChat();
    expect(await window.replies.count()).toBe(1);
    expect(await window.stateBar.innerText()).toBe('');
  });

  test('the browser holds the pass of this tab and nothing that was said', async () => {
    const window = await openChat();
    await window.ask('kod', 'Oto Twój kod');
    await page.reload();
    await window.waitForReply('Oto Twój kod');
    const [session, local] = await page.evaluate(() => [
      JSON.stringify(sessionStorage),
      localStorage.length,
    ]);
    expect(Object.keys(JSON.parse(session as string) as object)).toEqual(['legimi-czat']);
    expect(session).not.toMatch(/WXYZ|Oto/);
    expect(local).toBe(0);
  });
});

describe('in a copy of the tab', () => {
  test('the same conversation goes on in both', async () => {
    const window = await openChat();
    await window.ask('pierwsze', 'Echo: pierwsze');
    const before = chat.conversationId;
    const [copy] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate(() => void open('/chat')),
    ]);
    const second = new ChatWindow(copy, copy);
    await second.waitForReply('Echo: pierwsze');
    await second.ask('drugie', 'Echo: drugie');
    expect(chat.conversationId).toBe(before);
    await window.waitForReply('Echo: drugie');
    await window.ask('trzecie', 'Echo: trzecie');
    await second.waitForReply('Echo: trzecie');
    expect(await second.replies.allInnerTexts()).toEqual(await window.replies.allInnerTexts());
  });
});

describe('when the connection dies without a sign', () => {
  let cut: () => void;

  beforeEach(async () => {
    cut = await deadenSockets(page);
    await page.clock.install();
  });

  test('while the computer sleeps, what the bot said meanwhile is there on waking', async () => {
    const window = await openChat();
    await window.ask('przed', 'Echo: przed');
    cut();
    await server.channel.raise(chat, 'signedIn');
    await page.clock.fastForward('20:00');
    await window.waitForReply('Zalogowano');
    await window.ask('po', 'Echo: po');
    expect(await window.replies.allInnerTexts()).toEqual([
      expect.stringContaining('Dzień dobry'),
      'Echo: przed',
      expect.stringContaining('Zalogowano'),
      'Echo: po',
    ]);
  });

  test('a message that nothing answers finds it out, and is neither lost nor said twice', async () => {
    const window = await openChat();
    await window.ask('przed', 'Echo: przed');
    cut();
    const taken = page.waitForResponse((answer) => answer.url().endsWith('/activities'));
    await window.say('po');
    expect((await taken).status()).toBe(200);
    await page.clock.fastForward(12_000);
    await window.waitForReply('Echo: po');
    expect(
      await page.locator('.webchat__bubble--from-user').getByText('po', { exact: true }).count(),
    ).toBe(1);
    expect(await page.getByText('Nie wysłano').count()).toBe(0);
  });
});

describe('when the connection is lost', () => {
  test('by a restart of the server, the reader is told and the conversation goes on', async () => {
    const window = await openChat();
    await window.ask('przed', 'Echo: przed');
    await restart(async () => {
      await window.stateBar.getByText(/Łączę ponownie|Próbuję dalej/).waitFor();
      await keepScreenshot(page, 'lost-desktop');
    });
    await window.stateBar.getByText('Połączono ponownie.').waitFor();
    await window.ask('po', 'Echo: po');
    expect(await window.replies.allInnerTexts()).toEqual([
      expect.stringContaining('Dzień dobry'),
      'Echo: przed',
      'Echo: po',
    ]);
  });

  test('a code on the screen stays readable, though the server kept only its end', async () => {
    const window = await openChat();
    await window.ask('kod', 'Oto Twój kod');
    await restart();
    await window.ask('po', 'Echo: po');
    expect(await window.replies.locator('.code-value').innerText()).toBe(chatBotCode.grouped);
    expect(await window.replies.filter({ hasText: '••••' }).count()).toBe(0);
  });

  test('what the bot said meanwhile is there afterwards, once', async () => {
    const window = await openChat();
    await window.ask('przed', 'Echo: przed');
    await context.setOffline(true);
    await restart();
    await server.channel.raise(chat, 'signedIn');
    await context.setOffline(false);
    await window.waitForReply('Zalogowano');
    await window.ask('po', 'Echo: po');
    expect(await window.replies.filter({ hasText: 'Zalogowano' }).count()).toBe(1);
    expect(await window.replies.filter({ hasText: 'Echo: przed' }).count()).toBe(1);
  });

  test('what could not be sent stays, and one press sends it once', async () => {
    const window = await openChat();
    // Only what is said is lost: without any network it might wait, and go out by itself.
    await page.route('**/activities', (route) => route.abort());
    await window.say('bez sieci');
    const again = page.getByRole('button', { name: 'Spróbuj ponownie' });
    await again.waitFor();
    await page.unroute('**/activities');
    await again.click();
    await window.waitForReply('Echo: bez sieci');
    const own = page.locator('.webchat__bubble--from-user').filter({ hasText: 'bez sieci' });
    expect(await own.count()).toBe(1);
    expect(await page.getByText('Nie wysłano').count()).toBe(0);
  });

  test('before the first word, the chat starts as soon as the server is back', async () => {
    const window = new ChatWindow(page, page);
    await page.route('**/tokens/generate', (route) => route.fulfill({ status: 503 }));
    await page.goto(`${server.url}/chat`);
    await window.stateBar.getByText('Próbuję dalej').waitFor();
    await page.unroute('**/tokens/generate');
    await window.waitForReply('Dzień dobry');
  });

  test('too many readers at once are told to wait, and get their turn', async () => {
    const window = new ChatWindow(page, page);
    await page.route('**/tokens/generate', (route) =>
      route.fulfill({ status: 429, headers: { 'retry-after': '2' } }),
    );
    await page.goto(`${server.url}/chat`);
    await window.stateBar.getByText('z bardzo wieloma osobami').waitFor();
    await page.unroute('**/tokens/generate');
    await window.waitForReply('Dzień dobry');
  });

  test('on a page that may open no chat, the reader is sent to people', async () => {
    const window = new ChatWindow(page, page);
    await page.route('**/tokens/generate', (route) => route.fulfill({ status: 403 }));
    await page.goto(`${server.url}/chat`);
    await window.stateBar.getByText('58 000 00 00').waitFor();
  });
});

describe('when the conversation is over', () => {
  test('what was said stays, the reader is told, and a new one begins below', async () => {
    const window = await openChat();
    await window.ask('stare', 'Echo: stare');
    const old = chat.conversationId;
    await server.channel.endSession(chat);
    await window.stateBar.getByText('Ta rozmowa się zakończyła').waitFor();
    expect(await window.sendBox.count()).toBe(0);
    await window.waitForReply('Echo: stare');
    await keepScreenshot(page, 'over-desktop');
    await window.stateBar.getByRole('button', { name: 'Zacznij nową rozmowę' }).click();
    await window.waitForFocus();
    await window.ask('nowe', 'Echo: nowe');
    expect(chat.conversationId).not.toBe(old);
    expect(await window.replies.allInnerTexts()).toEqual([
      expect.stringContaining('Dzień dobry'),
      'Echo: stare',
      expect.stringContaining('Dzień dobry'),
      'Echo: nowe',
    ]);
  });

  test('by signing out, nothing of it stays in the window or the browser', async () => {
    const window = await openChat();
    await window.ask('kod', 'Oto Twój kod');
    await window.say('wyloguj');
    await window.stateBar.getByText('Wylogowano').waitFor();
    expect(await page.locator('#chat').isVisible()).toBe(false);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.waitForFunction(() => !document.body.innerText.includes('WXYZ'));
    await window.stateBar.getByRole('button', { name: 'Zacznij nową rozmowę' }).click();
    await window.waitForReply('Dzień dobry');
    expect(await window.replies.count()).toBe(1);
  });

  test('by signing out while nobody answers a new connection, the reader still reads so', async () => {
    await page.clock.install();
    const window = await openChat();
    await page.route('**/tokens/refresh', () => undefined);
    await page.evaluate(() => {
      for (const name of ['offline', 'online']) dispatchEvent(new Event(name));
    });
    await window.say('wyloguj');
    await window.stateBar.getByText('Wylogowano').waitFor();
    await page.clock.runFor(2000);
    expect(await window.stateBar.innerText()).toContain('Wylogowano');
  });
});
