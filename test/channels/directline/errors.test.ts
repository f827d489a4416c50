import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  call,
  generate,
  open,
  send,
  type WireAnswer,
  type WireBody,
} from '../../support/directLineClient.ts';
import {
  pageOrigin,
  startDirectLine,
  stopDirectLineServers,
  type DirectLineServer,
} from '../../support/directLineServer.ts';

let server: DirectLineServer;
let chat: WireBody;

beforeEach(async () => {
  server = await startDirectLine();
  chat = await open(server.url);
});
afterEach(stopDirectLineServers);

type Ask = () => Promise<WireAnswer>;

const activities = () => `/conversations/${chat.conversationId}/activities`;
const postRaw = (rawBody: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  call(server.url, 'POST', activities(), { token: chat.token, rawBody, headers });
const post = (activity: object) => send(server.url, chat, activity);
const get = (path: string, token: string = chat.token) => call(server.url, 'GET', path, { token });
const deep = (levels: number) =>
  `{"type":"message","value":${'['.repeat(levels)}${']'.repeat(levels)}}`;

const rows: [what: string, status: number, code: string, ask: Ask][] = [
  ['no token', 401, 'BadArgument', () => call(server.url, 'GET', activities())],
  [
    'another scheme',
    401,
    'BadArgument',
    () => call(server.url, 'GET', activities(), { headers: { authorization: 'Basic eDp5' } }),
  ],
  ['a token that is none', 403, 'BadArgument', () => get(activities(), 'nonsense')],
  [
    'the token of another conversation',
    403,
    'BadArgument',
    async () => get(activities(), (await open(server.url)).token),
  ],
  [
    'an expired token',
    403,
    'TokenExpired',
    () => {
      server.time.advance(1_800_000);
      return get(activities());
    },
  ],
  [
    'a conversation that was never started',
    404,
    'BadArgument',
    async () => {
      const { conversationId, token } = await generate(server.url);
      return get(`/conversations/${conversationId}/activities`, token);
    },
  ],
  ['an unknown address', 404, 'BadArgument', () => get('/session/getsessionid')],
  ['a wrong method', 405, 'NotSupported', () => call(server.url, 'DELETE', activities())],
  [
    'an upload',
    405,
    'NotSupported',
    () => call(server.url, 'POST', `/conversations/${chat.conversationId}/upload`),
  ],
  ['malformed JSON', 400, 'MalformedData', () => postRaw('{"type":')],
  [
    'JSON that is not UTF-8',
    400,
    'MalformedData',
    () => postRaw(new Uint8Array(Buffer.from('{"type":"message","text":"\xb1"}', 'latin1'))),
  ],
  ['JSON that is no object', 400, 'MalformedData', () => postRaw('["message"]')],
  ['JSON of 33 levels', 400, 'MalformedData', () => postRaw(deep(32))],
  [
    'another content type',
    415,
    'NotSupported',
    () => postRaw('{}', { 'content-type': 'text/plain' }),
  ],
  [
    'a token request without a content type',
    415,
    'NotSupported',
    () => call(server.url, 'POST', '/tokens/generate'),
  ],
  [
    'a token request that a form could send',
    415,
    'NotSupported',
    () =>
      call(server.url, 'POST', '/tokens/generate', {
        rawBody: '{}',
        headers: { 'content-type': 'text/plain' },
      }),
  ],
  [
    'a body over 64 KiB',
    413,
    'MessageSizeTooBig',
    () => postRaw(`{"type":"${'x'.repeat(65_536)}"}`),
  ],
  ['no type', 400, 'MissingProperty', () => post({ text: 'hej' })],
  ['a message without text and value', 400, 'MissingProperty', () => post({ type: 'message' })],
  [
    'an attachment',
    400,
    'BadArgument',
    () => post({ type: 'message', text: 'x', attachments: [{ contentType: 'image/png' }] }),
  ],
  ['text that is no text', 400, 'MalformedData', () => post({ type: 'message', text: { a: 1 } })],
  ['a malformed watermark', 400, 'BadArgument', () => get(`${activities()}?watermark=abc`)],
  [
    'a malformed watermark on reconnect',
    400,
    'BadArgument',
    () => get(`/conversations/${chat.conversationId}?watermark=-1`),
  ],
  ['compression', 415, 'NotSupported', () => postRaw('x', { 'content-encoding': 'gzip' })],
];

describe('a refusal', () => {
  test.each(rows)(
    'of %s is %i %s in the shape of Direct Line',
    async (_what, status, code, ask) => {
      const answer = await ask();
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
      expect(answer.body).toEqual({ error: { code, message: expect.stringMatching(/\w/) } });
    },
  );

  test.each(rows)('of %s lets the page read it', async (_what, _status, _code, ask) => {
    const { headers } = await ask();
    expect(headers.get('access-control-allow-origin')).toBe(pageOrigin);
    expect(headers.get('vary')).toBe('Origin');
  });

  test('of a wrong method names the right ones', async () => {
    const { headers } = await call(server.url, 'PUT', activities());
    expect(headers.get('allow')).toBe('GET, POST, OPTIONS');
  });

  test('never tells what went wrong inside', async () => {
    const fresh = await startDirectLine({ store: server.store });
    server.store.isBroken = true;
    const answer = await send(fresh.url, chat, 'hej');
    expect([answer.status, answer.body.error.code]).toEqual([500, 'ServiceError']);
    expect(answer.text).not.toContain('disk');
    expect(fresh.logged.map(({ event }) => event)).toContain('directline.requestFailed');
  });
});

describe('CORS', () => {
  const preflight = (path: string) =>
    call(server.url, 'OPTIONS', path, {
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,x-requested-with',
      },
    });

  test.each(['/tokens/refresh', '/conversations', '/conversations/x/activities', '/nowhere'])(
    'lets a page ask first for %s, without a token',
    async (path) => {
      const { status, headers } = await preflight(path);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(pageOrigin);
      expect(headers.get('access-control-allow-headers')?.split(', ')).toEqual([
        'authorization',
        'content-type',
        'x-ms-bot-agent',
        'x-requested-with',
      ]);
      expect(headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
      expect(headers.get('access-control-max-age')).toBe('600');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    },
  );

  test('allows credentials for new tokens only, where the cookie is set', async () => {
    const credentials = 'access-control-allow-credentials';
    expect((await preflight('/tokens/generate')).headers.get(credentials)).toBe('true');
    const made = await call(server.url, 'POST', '/tokens/generate', { body: {} });
    expect(made.headers.get(credentials)).toBe('true');
    expect((await get(activities())).headers.get(credentials)).toBeNull();
  });

  test('headers stand on answers that succeed, which nobody may store', async () => {
    const { headers } = await post({ type: 'message', text: 'hej' });
    expect(headers.get('access-control-allow-origin')).toBe(pageOrigin);
    expect(headers.get('access-control-expose-headers')).toBe('Retry-After');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('an origin with a path stops the start', async () => {
    await expect(startDirectLine({ allowedOrigins: ['https://a.example/'] })).rejects.toThrow(
      'no origin',
    );
  });
});
