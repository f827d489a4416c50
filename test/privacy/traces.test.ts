import fs from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startApplication, type RunningApplication } from '../support/application.ts';
import { startConnector, type Connector } from '../support/connector.ts';

const [card, password] = ['901001', 'lalka1890'];
const wrong = { card: 'KARTA-ZNAK-77', password: 'HASLO-ZNAK-77' };
const message = 'ZNAKWIADOMOSCI';

let folder = '';
let application: RunningApplication;
let connector: Connector;
const logged: string[] = [];
const answers: { readonly path: string; readonly text: string }[] = [];
/** Secrets of the journeys, by what they are. */
const secrets = new Map<string, string>();

type Browser = (path: string, init?: RequestInit) => Promise<Response>;

function newBrowser(): Browser & { readonly cookies: Map<string, string> } {
  const cookies = new Map<string, string>();
  const browser: Browser = async (path, init = {}) => {
    const response = await fetch(new URL(path, application.url), {
      ...init,
      redirect: 'manual',
      headers: {
        origin: application.url,
        'sec-fetch-site': 'same-origin',
        ...init.headers,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
      secrets.set(`cookie ${name} ${value.length}`, value);
    }
    answers.push({ path, text: await response.clone().text() });
    return response;
  };
  return Object.assign(browser, { cookies });
}

async function signIn(browser: Browser, link: string): Promise<string> {
  secrets.set('ticket', link.split('/').at(-1) ?? '');
  await browser(link);
  for (const typed of [wrong, { card, password }]) {
    const form = await (await browser('/login')).text();
    const token = /name="token" value="([^"]+)"/.exec(form)?.[1] ?? '';
    secrets.set('form token', token);
    await browser('/login', { method: 'POST', body: new URLSearchParams({ token, ...typed }) });
  }
  const page = (await (await browser('/login')).text()).replace(/<[^>]+>/g, '');
  return /\b\d{3}\s?\d{3}\b/.exec(page)?.[0].replace(/\s/, '') ?? '';
}

async function webJourney(): Promise<void> {
  const browser = newBrowser();
  const json = { 'content-type': 'application/json' };
  const call = async (method: string, path: string, token?: string, body?: object) => {
    const response = await browser(`/v3/directline${path}`, {
      method,
      headers: { ...json, ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Record<string, string> & { activities: object[] };
  };
  const { token: first = '' } = await call('POST', '/tokens/generate', undefined, {});
  const { conversationId: id = '', token = first } = await call('POST', '/conversations', first);
  secrets.set('chat token', token);
  const say = (text: string) =>
    call('POST', `/conversations/${id}/activities`, token, {
      type: 'message',
      text,
      from: { id: 'x' },
    });
  const seen = async (): Promise<string> =>
    JSON.stringify(await call('GET', `/conversations/${id}/activities`, token));

  const see = (pattern: RegExp) =>
    vi.waitFor(async () => expect(await seen()).toMatch(pattern), 10_000);

  await say(`kiedy będą kody ${message}`);
  await say('pobierz kod');
  await see(/\/login\//);
  await signIn(browser, /http[^"\\]+\/login\/[\w-]+/.exec(await seen())?.[0] ?? '');
  await see(/yesNo\.questions\.claim/);
  await say('tak');
  await see(/claimCode\.issued/);
  secrets.set('code', /"plain":"([^"]+)"/.exec(await seen())?.[1] ?? '');
  await say('moje dane');
  await see(/myData\.shown/);
  await say('wyloguj');
}

async function emulatorJourney(): Promise<void> {
  const say = (text: string) =>
    fetch(`${application.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        text,
        channelId: 'emulator',
        conversation: { id: 'emulator|livechat' },
        id: `${text.length}-${text}`,
        recipient: { id: 'bot', role: 'bot' },
        from: { id: 'user', role: 'user' },
        serviceUrl: connector.serviceUrl,
      }),
    });
  await say('przypomnij kod');
  const sent = JSON.stringify(connector.requests);
  const digits = await signIn(newBrowser(), /http[^"\\]+\/login\/[\w-]+/.exec(sent)?.[0] ?? '');
  expect(digits).toMatch(/^\d{6}$/);
  secrets.set('digits', digits);
  await say(digits);
  expect(JSON.stringify(connector.requests)).toContain('remindCode.reminded');
  await say(`hasło: ${wrong.password}`);
  await say('wyloguj');
}

beforeAll(async () => {
  const write = fs.writeSync;
  vi.spyOn(fs, 'writeSync').mockImplementation(((fd: number, ...rest: [string]) => {
    if (fd === 1) logged.push(String(rest[0]));
    return fd === 1 ? Buffer.byteLength(String(rest[0])) : write(fd, ...rest);
  }) as typeof fs.writeSync);
  folder = await mkdtemp(join(tmpdir(), 'traces-'));
  connector = await startConnector();
  const variables = { DEMO_NOW: '2026-12-10T10:00', DATA_DIR: folder, LOG_LEVEL: 'debug' };
  application = await startApplication(variables);
  await webJourney();
  await emulatorJourney();
  await application.stop();
  vi.restoreAllMocks();
}, 120_000);

afterAll(async () => {
  await connector.close();
  await rm(folder, { recursive: true });
});

async function filesWith(secret: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  // Digits of a code may stand in a longer number by chance.
  const whole = new RegExp(`(?<![\\w-])${secret.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?![\\w-])`);
  const found: string[] = [];
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    if (whole.test(await readFile(file, 'utf8'))) found.push(relative(folder, file));
  }
  return found;
}

describe('two whole journeys leave', () => {
  test('log lines, and none with a card, password, code, ticket, token, cookie or message', () => {
    const log = logged.join('');
    expect(log).toContain('"route"');
    for (const [what, secret] of secrets) expect(log, what).not.toContain(secret);
    for (const told of [card, password, wrong.card, wrong.password, message]) {
      expect(log).not.toContain(told);
    }
  });

  test('no password, ticket, digits, token or cookie in any file', async () => {
    expect([...secrets.keys()]).toEqual(
      expect.arrayContaining(['ticket', 'form token', 'chat token', 'code', 'digits']),
    );
    for (const [what, secret] of secrets) {
      if (what === 'code') continue;
      expect(await filesWith(secret), what).toEqual([]);
    }
    for (const typed of [password, wrong.card, wrong.password]) {
      expect(await filesWith(typed), typed).toEqual([]);
    }
  });

  test('the card in the ledger and the library’s own file only, the code in the ledger', async () => {
    const places = (files: readonly string[]): string[] => [
      ...new Set(files.map((file) => file.split('/')[0] ?? '')),
    ];
    const isLibrarysOwn = /^demo/;
    const withCard = places(await filesWith(card)).filter((place) => !isLibrarysOwn.test(place));
    expect(withCard).toEqual(['ledger']);
    expect(places(await filesWith(secrets.get('code') ?? ''))).toEqual(['ledger']);
  });

  test('the message nowhere but in the memory that refills a reloaded window', async () => {
    const files = await filesWith(message);
    expect(files.filter((file) => !file.startsWith('directline/'))).toEqual([]);
  });

  test('no answer with a password, or with a ticket but where the chat shows the link', () => {
    for (const { path, text } of answers) {
      expect(text, path).not.toContain(password);
      expect(text, path).not.toContain(wrong.password);
      if (!path.startsWith('/v3/directline')) {
        expect(text, path).not.toContain(secrets.get('ticket'));
      }
    }
  });

  test('an audit with the sign-ins, refusals, claims, reminders and requests about data', async () => {
    const audit = await readFile(join(folder, 'audit', '2026-12.events.ndjson'), 'utf8');
    for (const event of [
      'signIn.linkCreated',
      'signIn.passwordRefused',
      'signIn.signedIn',
      'signIn.signedOut',
      'signIn.codeShown',
      'claimCode.issued',
      'remindCode.reminded',
      'privacy.shown',
    ]) {
      expect(audit).toContain(event);
    }
    expect(await readFile(join(folder, 'audit', '2026-12.ledger.ndjson'), 'utf8')).toContain(
      'codeIssued',
    );
  });
});
