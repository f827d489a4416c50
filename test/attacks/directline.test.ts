import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { SignJWT, base64url, decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { echoBot } from '../support/directLineBot.ts';
import {
  call,
  generate,
  listen,
  open,
  poll,
  pollUntil,
  send,
  type WireBody,
} from '../support/directLineClient.ts';
import {
  foreignOrigin,
  otherPageOrigin,
  pageOrigin,
  startDirectLine,
  stopDirectLineServers,
  type DirectLineServer,
} from '../support/directLineServer.ts';

let server: DirectLineServer;
let chat: WireBody;

beforeEach(async () => {
  server = await startDirectLine();
  chat = await open(server.url);
});
afterEach(stopDirectLineServers);

const ways = [
  ['a poll', 'GET', () => `/conversations/${chat.conversationId}/activities`],
  ['a message', 'POST', () => `/conversations/${chat.conversationId}/activities`],
  ['a reconnect', 'GET', () => `/conversations/${chat.conversationId}`],
  ['a refresh', 'POST', () => '/tokens/refresh'],
  ['a start', 'POST', () => '/conversations'],
] as const;
const ask = (method: string, path: string, token: string, origin: string | null = pageOrigin) =>
  call(server.url, method, path, {
    token,
    origin,
    ...(path.endsWith('/activities') && method === 'POST'
      ? { body: { type: 'message', text: 'stolen' } }
      : {}),
  });
const reconnectUrl = async (token = chat.token) =>
  (await ask('GET', `/conversations/${chat.conversationId}`, token)).body.streamUrl;
const key = new Uint8Array(32).fill(7);
const header = { alg: 'HS256', typ: 'JWT', kid: 'test' };

describe.each(ways)('%s', (_what, method, path) => {
  test('is refused with an expired token', async () => {
    server.time.advance(1_800_000);
    const answer = await ask(method, path(), chat.token);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
  });

  test('is refused with a token whose claims were changed', async () => {
    const [head, payload = '', signature] = chat.token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, user: 'dl_victim' })).toString(
      'base64url',
    );
    expect((await ask(method, path(), `${head}.${changed}.${signature}`)).status).toBe(403);
  });

  test('is refused with a token that chooses its own algorithm', async () => {
    const payload = base64url.encode(JSON.stringify(decodeJwt(chat.token)));
    const none = base64url.encode(JSON.stringify({ ...header, alg: 'none' }));
    expect((await ask(method, path(), `${none}.${payload}.`)).status).toBe(403);
    const head = base64url.encode(JSON.stringify({ ...header, alg: 'HS512' }));
    const mac = createHmac('sha512', key).update(`${head}.${payload}`).digest('base64url');
    expect((await ask(method, path(), `${head}.${payload}.${mac}`)).status).toBe(403);
  });

  test.each([
    ['another issuer', { iss: 'evil' }],
    ['another audience', { aud: 'signin' }],
  ])('is refused with a token of %s, signed with our key', async (_what, change) => {
    const forged = new SignJWT({ ...decodeJwt(chat.token), ...change });
    const token = await forged.setProtectedHeader(header).sign(key);
    expect((await ask(method, path(), token)).status).toBe(403);
  });

  test('is refused with a token of another lineage, as of an older start', async () => {
    const forged = new SignJWT({ ...decodeJwt(chat.token), lin: 'older' });
    const answer = await ask(method, path(), await forged.setProtectedHeader(header).sign(key));
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
  });

  test('is refused with a token signed with an unknown key', async () => {
    const forged = new SignJWT(decodeJwt(chat.token)).setProtectedHeader({
      ...header,
      kid: 'mine',
    });
    const token = await forged.sign(new Uint8Array(32).fill(9));
    expect((await ask(method, path(), token)).status).toBe(403);
  });

  test('is refused from a foreign page, though the token is good', async () => {
    const answer = await ask(method, path(), chat.token, foreignOrigin);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('is refused from another of our pages than the one that opened the chat', async () => {
    expect((await ask(method, path(), chat.token, otherPageOrigin)).status).toBe(403);
  });
});

describe('a token of one conversation', () => {
  test.each(ways.slice(0, 3))('opens no other: %s', async (_what, method, path) => {
    const other = await open(server.url);
    const answer = await ask(method, path(), other.token);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'BadArgument']);
  });

  test('lets nobody speak as another reader', async () => {
    const victim = decodeJwt(chat.token)['user'];
    const attacker = await open(server.url);
    await send(server.url, attacker, { type: 'message', text: 'kod', from: { id: victim } });
    const heard = server.bot.heard.at(-1)!;
    expect(heard.activity.from.id).not.toBe(victim);
    expect(heard.chat.userId).toBe(decodeJwt(attacker.token)['user']);
  });
});

describe('tokens/generate', () => {
  const generateFrom = (origin: string | null, headers: Record<string, string> = {}) =>
    call(server.url, 'POST', '/tokens/generate', { origin, body: {}, headers });

  test.each([
    ['a foreign page', foreignOrigin],
    ['a sandboxed page', 'null'],
    ['a page that only begins like ours', `${pageOrigin}.evil.example`],
    ['a sub-domain', 'https://www.biblioteka.example'],
    ['another port', `${pageOrigin}:8443`],
    ['the same host without TLS', 'http://biblioteka.example'],
  ])('refuses %s', async (_what, origin) => {
    const { status, headers } = await generateFrom(origin);
    expect(status).toBe(403);
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('refuses whoever is neither page nor server', async () => {
    expect((await generateFrom(null)).status).toBe(401);
  });

  test.each(['GET', 'PUT', 'DELETE', 'HEAD'])('answers no %s', async (method) => {
    expect((await call(server.url, method, '/tokens/generate')).status).toBe(405);
  });

  test('is not counted for an address that the sender invents', async () => {
    for (let number = 0; number < 9; number += 1) await generate(server.url);
    const { status } = await generateFrom(pageOrigin, { 'x-forwarded-for': '198.51.100.7' });
    expect(status).toBe(429);
  });

  test('never answers with a wildcard', async () => {
    const { headers } = await generateFrom(pageOrigin);
    expect(headers.get('access-control-allow-origin')).toBe(pageOrigin);
    const preflight = await call(server.url, 'OPTIONS', '/tokens/generate', {
      origin: foreignOrigin,
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a stream', () => {
  test('opens once for a ticket', async () => {
    await listen(chat.streamUrl);
    await expect(listen(chat.streamUrl)).rejects.toThrow('refused with 403');
  });

  test('opens within 60 seconds only', async () => {
    server.time.advance(60_000);
    await expect(listen(chat.streamUrl)).rejects.toThrow('refused with 403');
  });

  test.each([
    ['forged', (url: string) => url.replace(/t=.*/, `t=${'A'.repeat(43)}`)],
    ['cut', (url: string) => url.slice(0, -1)],
    ['empty', (url: string) => url.replace(/t=.*/, 't=')],
  ])('refuses a %s ticket', async (_what, change) => {
    await expect(listen(change(chat.streamUrl))).rejects.toThrow('refused with 403');
  });

  test('refuses the ticket of another conversation', async () => {
    const other = await open(server.url);
    const [path = ''] = chat.streamUrl.split('?');
    const url = `${path}?${other.streamUrl.split('?')[1] ?? ''}`;
    await expect(listen(url)).rejects.toThrow('refused with 403');
  });

  test('refuses a token in place of a ticket, and no ticket at all', async () => {
    const [path = ''] = chat.streamUrl.split('?');
    await expect(listen(`${path}?t=${chat.token}`)).rejects.toThrow('refused with 403');
    await expect(listen(path)).rejects.toThrow('refused with 404');
  });

  test.each([
    ['a foreign page', foreignOrigin],
    ['another of our pages', otherPageOrigin],
    ['no page', null],
  ])('refuses %s', async (_what, origin) => {
    await expect(listen(await reconnectUrl(), { origin })).rejects.toThrow('refused with 403');
  });

  test('closes on a frame over 64 KiB', async () => {
    const stream = await listen(chat.streamUrl);
    stream.socket.send('x'.repeat(65_537));
    expect(await stream.closed).toBe(1009);
  });

  test('closes on a client that chatters', async () => {
    const stream = await listen(chat.streamUrl);
    for (let number = 0; number <= 200; number += 1) stream.socket.send('');
    expect(await stream.closed).toBe(1006);
  });

  test('is the twentieth at most for one address', async () => {
    const again = async ({ conversationId, token }: WireBody) => {
      const path = `/conversations/${conversationId}`;
      return listen((await call(server.url, 'GET', path, { token })).body.streamUrl);
    };
    const streams = [];
    for (let number = 0; number < 7; number += 1) {
      const opened = await open(server.url);
      for (let more = 0; more < 3 && streams.length < 20; more += 1) {
        streams.push(await again(opened));
      }
    }
    await expect(again(chat)).rejects.toThrow('refused with 429');
    const [first] = streams;
    first?.socket.close();
    await first?.closed;
    await expect(again(chat)).resolves.toBeDefined();
  });

  test('that is no WebSocket handshake ends with an error and leaves nothing counted', async () => {
    for (let number = 0; number < 21; number += 1) {
      expect(await brokenHandshake(await reconnectUrl())).toMatch(/^HTTP\/1\.1 400 /);
    }
    await expect(listen(await reconnectUrl())).resolves.toBeDefined();
  });
});

/** Everything the server answers to an upgrade without a key. */
function brokenHandshake(streamUrl: string): Promise<string> {
  const { port, pathname, search } = new URL(streamUrl);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n` +
          `Upgrade: websocket\r\nOrigin: ${pageOrigin}\r\n\r\n`,
      );
    });
    socket.on('data', (data) => (received += data.toString()));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('an activity', () => {
  test('cannot smuggle prototypes or foreign fields to the bot', async () => {
    const rawBody =
      '{"type":"message","text":"x","__proto__":{"isStaff":true},"constructor":1,' +
      '"channelData":{"__proto__":{"postBack":true},"secret":"x","tenant":{}},' +
      '"entities":[{"type":"mention"}],"suggestedActions":{"actions":[]},"relatesTo":{"user":{}}}';
    const path = `/conversations/${chat.conversationId}/activities`;
    const answer = await call(server.url, 'POST', path, { token: chat.token, rawBody });
    expect(answer.status).toBe(200);
    const { activity } = server.bot.heard.at(-1)!;
    expect(Object.keys(activity).sort()).toEqual([
      'channelData',
      'channelId',
      'conversation',
      'from',
      'id',
      'locale',
      'recipient',
      'serviceUrl',
      'text',
      'textFormat',
      'timestamp',
      'type',
    ]);
    expect(activity.channelData).toEqual({});
  });

  test('cannot raise one of our own events', async () => {
    for (const name of ['signedIn', 'signedOut', 'ContinueConversation']) {
      expect((await send(server.url, chat, { type: 'event', name })).status).toBe(400);
    }
  });
});

test('a code is masked for whoever polls or reconnects ten minutes later', async () => {
  const bot = echoBot();
  const masking = await startDirectLine({
    bot,
    maskActivity: (activity) =>
      activity.text?.startsWith('ABCD') ? { ...activity, text: '…1234' } : null,
  });
  const owner = await open(masking.url);
  await pollUntil(masking.url, owner, (activities) => activities.length > 0);
  await send(masking.url, owner, 'code');
  expect((await poll(masking.url, owner)).text).toContain('ABCD-EFGH-1234');
  masking.time.advance(600_000);
  const later = await poll(masking.url, owner);
  expect(later.text).not.toContain('ABCD');
  expect(later.text).toContain('…1234');
});
