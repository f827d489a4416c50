import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoReaders } from '../../src/library/index.ts';
import { chatBot } from '../support/chatBot.ts';
import { library, startChatServer, type ChatServer } from '../support/chatServer.ts';

const site = 'https://biblioteka.example';
const readers = Object.entries(demoReaders).map(([id, { card, password, name }]) => ({
  id,
  card,
  password,
  name,
}));

let demo: ChatServer;
let real: ChatServer;

beforeAll(async () => {
  demo = await startChatServer({ runTurn: chatBot, demo: { readers } });
  real = await startChatServer({ runTurn: chatBot, embedders: [site] });
}, 120_000);
afterAll(async () => {
  await demo.stop();
  await real.stop();
});

/** A request without the decompression and cookies of `fetch`. */
function get(
  url: string,
  headers: Record<string, string> = {},
): Promise<{
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string | undefined>,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const policyOf = (header: string | undefined): Map<string, string> =>
  new Map((header ?? '').split('; ').map((one) => [one.split(' ')[0] ?? '', one]));

describe('the chat page', () => {
  test('allows its own files, one nonce and its own sockets, and nothing else', async () => {
    const { status, headers, body } = await get(`${real.url}/chat`);
    expect(status).toBe(200);
    const policy = policyOf(headers['content-security-policy']);
    const nonce = /'nonce-([\w-]{16,})'/.exec(policy.get('style-src') ?? '')?.[1];
    expect(policy.get('default-src')).toBe("default-src 'none'");
    expect(policy.get('script-src')).toBe("script-src 'self'");
    expect(policy.get('connect-src')).toBe(`connect-src 'self' ${real.url.replace('http', 'ws')}`);
    expect(policy.get('base-uri')).toBe("base-uri 'none'");
    expect(policy.get('form-action')).toBe("form-action 'none'");
    expect(body.toString()).toContain(`"nonce":"${nonce}"`);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('may be framed by the library and by this server only', async () => {
    const { headers } = await get(`${real.url}/chat`);
    const policy = policyOf(headers['content-security-policy']);
    expect(policy.get('frame-ancestors')).toBe(`frame-ancestors ${real.url} ${site}`);
  });

  test('has another nonce every time', async () => {
    const [one, other] = await Promise.all([get(`${real.url}/chat`), get(`${real.url}/chat`)]);
    expect(one.headers['content-security-policy']).not.toBe(
      other.headers['content-security-policy'],
    );
  });

  test('takes a colour from its address, but no other text', async () => {
    const coloured = await get(`${real.url}/chat?colour=%237a1f3d`);
    expect(coloured.body.toString()).toContain('--accent: #7a1f3d');
    const plain = await get(`${real.url}/chat?colour=red;}</style><script>alert(1)</script>`);
    expect(plain.body.toString()).not.toContain('alert(1)');
  });
});

describe('the loader', () => {
  test('is at most 5 kB compressed', async () => {
    for (const encoding of ['br', 'gzip']) {
      const { headers, body } = await get(`${real.url}/widget.js`, { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(body.length).toBeLessThanOrEqual(5000);
    }
  });

  test('knows the address of the chat and the words of the locale', async () => {
    const { body, headers } = await get(`${real.url}/widget.js`);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(body.toString()).toContain(`"address":"${real.url}/chat"`);
    expect(body.toString()).toContain('Zapytaj o Legimi');
    expect(body.toString()).not.toContain('__SETTINGS__');
  });

  test('may be included by pages of other origins and is asked for again after a while', async () => {
    const { headers } = await get(`${real.url}/widget.js`);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['cache-control']).toBe('public, max-age=300');
    const again = await get(`${real.url}/widget.js`, { 'if-none-match': headers['etag'] ?? '' });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
  });
});

describe('a watcher that asks for the head alone', () => {
  test.each(['/chat', '/widget.js', library.privacyPage])(
    'hears that %s is there',
    async (path) => {
      const answer = await fetch(real.url + path, { method: 'HEAD' });
      const asked = await fetch(real.url + path);
      expect([answer.status, await answer.text()]).toEqual([200, '']);
      expect(answer.headers.get('content-type')).toBe(asked.headers.get('content-type'));
    },
  );
});

describe('files', () => {
  test('named by the page are kept for a year and are the same in every encoding', async () => {
    const page = (await get(`${real.url}/chat`)).body.toString();
    const addresses = [...new Set(page.match(/\/assets\/[^"]+/g))];
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) {
      const plain = await get(real.url + address, { 'accept-encoding': 'identity' });
      const brotli = await get(real.url + address, { 'accept-encoding': 'br' });
      const gzip = await get(real.url + address, { 'accept-encoding': 'gzip' });
      expect(plain.status, address).toBe(200);
      expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(plain.headers['vary']).toBe('Accept-Encoding');
      expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    }
  });

  test('outside the manifest do not exist', async () => {
    for (const path of [
      'manifest.json',
      'widget.js',
      '..%2Fmanifest.json',
      '%2e%2e/manifest.json',
      'x',
    ]) {
      expect((await get(`${real.url}/assets/${path}`)).status, path).toBe(404);
    }
  });

  test('of Microsoft come with their licence', async () => {
    const { body } = await get(`${real.url}/assets/webchat.js.LICENSE.txt`);
    expect(body.toString()).toContain('Copyright (c) Microsoft Corporation');
    expect(body.toString()).toContain('regenerator-runtime');
  });
});

describe('the first page', () => {
  test('of a real library is the chat', async () => {
    const { status, headers } = await get(`${real.url}/`);
    expect([status, headers['location']]).toEqual([302, '/chat']);
  });

  test('of the demo says what it is, embeds the chat in one line and tells what each reader shows', async () => {
    const page = (await get(`${demo.url}/`)).body.toString();
    expect(page).toContain('Strona demonstracyjna');
    expect(page).toContain(`<script src="${demo.url}/widget.js" defer></script>`);
    expect(page.match(/<tr>/g)).toHaveLength(1 + readers.length);
    expect(page).not.toMatch(/<td>\s*<\/td>/);
    for (const { card, password } of readers) {
      expect(page).toContain(`<code>${card}</code>`);
      expect(page).toContain(`<code>${password}</code>`);
    }
  });

  test('of the demo leads from another name of the machine to the one that sign-in needs', async () => {
    const { status, headers } = await get(`${demo.url}/`, { host: 'localhost:1' });
    expect([status, headers['location']]).toEqual([302, `${demo.url}/`]);
  });
});

describe('the privacy notice', () => {
  test('says who answers for the data, how long they are kept and which cookies there are', async () => {
    const { status, body } = await get(`${real.url}${library.privacyPage}`);
    const text = body.toString();
    expect(status).toBe(200);
    for (const fact of [
      library.name,
      '58 000 00 00',
      '24 godziny',
      '13 miesięcy',
      '24 miesiące',
      '__Host-czat',
      '__Host-login',
      'Meta',
    ]) {
      expect(text, fact).toContain(fact);
    }
  });
});
