import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { createGzip, gzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { APP_ID, ISSUER, startAzure, type Azure } from '../channels/botframework/azure.ts';
import { emulator, webChat } from '../channels/botframework/captured.ts';
import { startRig, type Rig } from '../channels/botframework/rig.ts';
import { startConnector, type Connector } from '../support/connector.ts';

/** The attacks A1–A11 on `/api/messages`, against a real server with a bot that repeats what it hears. */

let rig: Rig;
let azure: Azure;
let evil: Connector;

beforeAll(async () => {
  azure = await startAzure();
});
afterAll(() => azure.close());

beforeEach(async () => {
  evil = await startConnector();
});

afterEach(async () => {
  await rig.close();
  await evil.close();
});

type Mode = 'emulator' | 'azure';

async function start(mode: Mode): Promise<void> {
  rig = await startRig({ mode: mode === 'azure' ? azure.mode : { kind: 'emulator' } });
}

/** A body and headers that Azure itself could have sent. */
async function genuine(change: object = {}): Promise<[object, Record<string, string>]> {
  const { serviceUrl } = rig.connector;
  const token = await azure.token({ serviceurl: serviceUrl });
  return [{ ...webChat.message(serviceUrl), ...change }, { authorization: `Bearer ${token}` }];
}

function unsigned(payload: object, header: object = { alg: 'RS256', kid: 'k' }): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `Bearer ${encode(header)}.${encode(payload)}.AAAA`;
}

function nothingHappened(): void {
  expect(rig.heard).toEqual([]);
  expect(rig.connector.requests).toEqual([]);
  expect(evil.requests).toEqual([]);
}

async function postBytes(
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<number> {
  return (await fetch(rig.url, { method: 'POST', body, headers })).status;
}

/** For headers that `fetch` does not let us set. */
function postRaw(body: object, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const req = request(rig.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        ...headers,
      },
    });
    req.once('response', (res) => resolve(res.resume().statusCode ?? 0));
    req.once('error', reject);
    req.end(text);
  });
}

async function isAlive(): Promise<void> {
  expect((await rig.post(emulator.message(rig.connector.serviceUrl, 'alive'))).status).toBe(200);
  expect(rig.connector.texts()).toEqual(['echo: alive']);
}

describe('A1', () => {
  test('bad gzip from anyone is refused with 415 and the process lives', async () => {
    await start('emulator');
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await postBytes(Buffer.from('notgzip-notgzip'), headers)).toBe(415);
    await isAlive();
  });
});

describe('A2', () => {
  test('120 MB packed into 117 kB are refused with 415', async () => {
    await start('emulator');
    const bomb = await gzipOf(120);
    expect(bomb.length).toBeLessThan(130_000);
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await postBytes(bomb, headers)).toBe(415);
    await isAlive();
  });

  test('even an honest small gzip is refused, as no client of ours sends one', async () => {
    await start('emulator');
    const body = gzipSync(JSON.stringify(emulator.message(rig.connector.serviceUrl)));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    expect(await postBytes(body, headers)).toBe(415);
    nothingHappened();
  });
});

describe('A3', () => {
  test('an upload is refused and leaves no file', async () => {
    await start('emulator');
    const uploads = (): string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith('upload_'));
    const before = uploads();
    const form = new FormData();
    form.set('file', new Blob(['x'.repeat(10_000)]), 'x.txt');
    const answer = await fetch(rig.url, { method: 'POST', body: form });
    expect(answer.status).toBe(400);
    expect(uploads()).toEqual(before);
    nothingHappened();
  });
});

describe('A4', () => {
  const spoofed = () => ({
    type: 'message',
    id: '1',
    text: 'kod',
    channelId: 'facebook',
    serviceUrl: evil.serviceUrl,
    from: { id: 'reader-1' },
    recipient: { id: 'page' },
    conversation: { id: 'c' },
    deliveryMode: 'expectReplies',
  });

  test.each([
    ['as it is', {}],
    ['without a serviceUrl', { serviceUrl: undefined }],
    ['as the Emulator', { channelId: 'emulator', serviceUrl: 'http://127.0.0.1:9' }],
  ])('a spoofed reader is refused with 403 and reads nothing: %s', async (_name, change) => {
    await start('emulator');
    const answer = await rig.post({ ...spoofed(), ...change });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('kod');
    nothingHappened();
  });

  test('with an app id the same is refused with 401', async () => {
    await start('azure');
    expect((await rig.post(spoofed())).status).toBe(401);
    nothingHappened();
  });
});

describe('A5', () => {
  const spoofed = (change: object): object => ({
    ...emulator.message(evil.serviceUrl),
    channelId: 'facebook',
    conversation: { id: '../../admin' },
    ...change,
  });

  test.each([
    ['a foreign channel', () => ({})],
    [
      'a path and a query',
      () => ({ channelId: 'emulator', serviceUrl: `${evil.serviceUrl}/latest/meta-data?x=` }),
    ],
    ['a query alone', () => ({ channelId: 'emulator', serviceUrl: `${evil.serviceUrl}/?x=` })],
    ['an empty query', () => ({ channelId: 'emulator', serviceUrl: `${evil.serviceUrl}/?` })],
    ['a fragment', () => ({ channelId: 'emulator', serviceUrl: `${evil.serviceUrl}/#` })],
    [
      'credentials',
      () => ({ channelId: 'emulator', serviceUrl: `http://a:b@127.0.0.1:${evil.port}` }),
    ],
    [
      'a deeper path',
      () => ({ channelId: 'emulator', serviceUrl: `${evil.serviceUrl}/_connector/x` }),
    ],
    [
      'a look-alike host',
      () => ({ channelId: 'emulator', serviceUrl: 'http://localhost.evil.example' }),
    ],
    [
      'a host after an @',
      () => ({ channelId: 'emulator', serviceUrl: 'http://localhost@evil.example' }),
    ],
    [
      'another loopback address',
      () => ({ channelId: 'emulator', serviceUrl: `http://127.0.0.2:${evil.port}` }),
    ],
    [
      'another scheme',
      () => ({ channelId: 'emulator', serviceUrl: `https://127.0.0.1:${evil.port}` }),
    ],
    ['no address', () => ({ channelId: 'emulator', serviceUrl: 'localhost' })],
    ['a file', () => ({ channelId: 'emulator', serviceUrl: 'file:///etc/passwd' })],
  ])('the bot cannot be sent to %s: 403, no outbound call', async (_name, change) => {
    await start('emulator');
    expect((await rig.post(spoofed(change()))).status).toBe(403);
    nothingHappened();
  });

  test('an odd spelling of an allowed address is used as we read it', async () => {
    await start('emulator');
    const serviceUrl = `HTTP:\\\\LocalHost:${rig.connector.port}\\x\\..`;
    expect((await rig.post({ ...emulator.message(serviceUrl) })).status).toBe(200);
    expect(rig.heard[0]?.activity.serviceUrl).toBe(`http://localhost:${rig.connector.port}`);
  });

  test('with an app id a spoofed address does not get the token of the bot', async () => {
    await start('azure');
    const [body, headers] = await genuine({ serviceUrl: evil.serviceUrl });
    expect((await rig.post(body, headers)).status).toBe(401);
    nothingHappened();
  });
});

describe('A6', () => {
  /** The list of issuers inside the SDK, which its own check lets grow. */
  const issuers = (): unknown[] => {
    const inside = createRequire(createRequire(import.meta.url).resolve('botbuilder'));
    return inside('botframework-connector/lib/auth/tokenValidationParameters')
      .ToBotFromBotOrEmulatorTokenValidationParameters.issuer;
  };

  test.each([
    ['of a tenant', (tid: string) => ({ iss: `https://sts.windows.net/${tid}/`, aud: ISSUER })],
    ['that claims to be ours', () => ({ iss: ISSUER, aud: APP_ID })],
  ])('500 unsigned tokens %s are refused with 401 and nothing grows', async (_name, claims) => {
    await start('azure');
    expect(issuers()).toHaveLength(9);
    const asked = azure.requests.length;
    const body = webChat.message(rig.connector.serviceUrl);
    for (let i = 0; i < 500; i += 1) {
      const tid = randomUUID();
      const authorization = unsigned({ ...claims(tid), tid, ver: '1.0', appid: APP_ID });
      expect((await rig.post(body, { authorization })).status).toBe(401);
    }
    expect(issuers()).toHaveLength(9);
    nothingHappened();
    // At most one look at the published keys, never one for each token.
    expect(azure.requests.length - asked).toBeLessThanOrEqual(2);
  });

  test('a token of another issuer causes no outbound call at all', async () => {
    await start('azure');
    const authorization = unsigned({ iss: 'https://sts.windows.net/x/', aud: ISSUER, tid: 'x' });
    const asked = azure.requests.length;
    await rig.post(webChat.message(rig.connector.serviceUrl), { authorization });
    expect(azure.requests).toHaveLength(asked);
  });
});

describe('A7', () => {
  test('an empty serviceUrl, for which the SDK skips its check, is refused with 400', async () => {
    await start('azure');
    const [body, headers] = await genuine({ serviceUrl: '' });
    expect((await rig.post(body, headers)).status).toBe(400);
    nothingHappened();
  });
});

describe('A8', () => {
  test('JSON as a cross-site form would send it is refused with 400', async () => {
    await start('emulator');
    const body = emulator.message(rig.connector.serviceUrl);
    expect((await rig.post(body, { 'content-type': 'text/plain' })).status).toBe(400);
    nothingHappened();
  });
});

describe('A9', () => {
  test.each(['{"foo":1}', '{}', '[]', 'null', '1', '"x"', '{"type":'])(
    'the wrong shape %s is refused with 400 and a body that tells nothing',
    async (body) => {
      await start('emulator');
      const answer = await rig.post(body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text).error.message).toBe('Bad Request');
      nothingHappened();
    },
  );

  test('with an app id too, once the token is good', async () => {
    await start('azure');
    const [, headers] = await genuine();
    expect((await rig.post('{"foo":1}', headers)).status).toBe(400);
  });
});

describe('A10', () => {
  test.each([
    ['no token', undefined],
    ['an empty token', 'Bearer '],
    ['garbage', 'Bearer garbage'],
    ['garbage in three parts', 'Bearer a.b.c'],
    ['another scheme', 'Basic YTpi'],
    ['a token without a signature', unsigned({ iss: ISSUER, aud: APP_ID }, { alg: 'none' })],
    [
      'a token signed by us with a guessed secret',
      unsigned({ iss: ISSUER, aud: APP_ID }, { alg: 'HS256' }),
    ],
  ])('%s is refused with 401', async (_name, authorization) => {
    await start('azure');
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    expect((await rig.post(webChat.message(rig.connector.serviceUrl), headers)).status).toBe(401);
    nothingHappened();
  });

  test('a genuine token is let in, so that the others were refused for their own sake', async () => {
    await start('azure');
    expect((await rig.post(...(await genuine()))).status).toBe(200);
    expect(rig.connector.texts()).toEqual(['echo: tekst']);
  });
});

describe('A11', () => {
  test.each([
    ['an Origin', { origin: 'https://evil.example' }],
    ['the Origin of a file', { origin: 'null' }],
    ['X-Forwarded-For', { 'x-forwarded-for': '127.0.0.1' }],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'localhost' }],
    ['Forwarded', { forwarded: 'for=127.0.0.1' }],
    ['Via', { via: '1.1 proxy' }],
    ['a foreign Host', { host: 'evil.example' }],
    ['a look-alike Host', { host: 'localhost.evil.example:3978' }],
    ['the Host of the network', { host: '192.168.1.5:3978' }],
  ])('an Emulator activity with %s is refused with 403', async (_name, headers) => {
    await start('emulator');
    expect(await postRaw(emulator.message(rig.connector.serviceUrl), headers as never)).toBe(403);
    nothingHappened();
  });

  test('an Emulator activity that asks for the address of cloud metadata is refused', async () => {
    await start('emulator');
    const body = emulator.message('http://169.254.169.254/latest');
    expect((await rig.post(body)).status).toBe(403);
    nothingHappened();
  });

  test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])(
    'an Emulator activity for the Host %s is let in',
    async (host) => {
      await start('emulator');
      const body = emulator.message(rig.connector.serviceUrl);
      expect(await postRaw(body, { host: `${host}:${rig.port}` })).toBe(200);
    },
  );
});

test('there is no WebSocket on the path of the messages, which the SDK would offer', async () => {
  await start('azure');
  const status = await new Promise((resolve, reject) => {
    const req = request(rig.url, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        'sec-websocket-version': '13',
      },
    });
    req.once('response', (res) => resolve(res.statusCode));
    req.once('upgrade', () => reject(new Error('upgraded')));
    req.once('error', reject);
    req.end();
  });
  expect(status).toBe(404);
});

/** `{"a":"aaa…"}` of so many megabytes, packed without holding them. */
function gzipOf(megabytes: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const gzip = createGzip({ level: 9 });
    const chunks: Buffer[] = [];
    gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
    gzip.on('end', () => resolve(Buffer.concat(chunks)));
    gzip.on('error', reject);
    gzip.write('{"a":"');
    const megabyte = Buffer.alloc(1_000_000, 'a');
    for (let i = 0; i < megabytes; i += 1) gzip.write(megabyte);
    gzip.end('"}');
  });
}
