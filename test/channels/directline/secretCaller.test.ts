import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, listen, textsOf, type WireRequest } from '../../support/directLineClient.ts';
import {
  pageOrigin,
  serverSecret,
  startDirectLine,
  stopDirectLineServers,
  type DirectLineServer,
} from '../../support/directLineServer.ts';

let server: DirectLineServer;

beforeEach(async () => {
  server = await startDirectLine({ secret: serverSecret });
});
afterEach(stopDirectLineServers);

/** As another back end: with the secret, without a page. */
const ask = (method: string, path: string, request: WireRequest = {}) =>
  call(server.url, method, path, { token: serverSecret, origin: null, ...request });
const message = (id: string | undefined, text = 'hej') => ({
  type: 'message',
  text,
  ...(id === undefined ? {} : { from: { id } }),
});
const updates = () =>
  server.bot.heard.filter(({ activity }) => activity.type === 'conversationUpdate');

describe('a caller with the secret', () => {
  test.each(['user', 'User'])('names the user of a token, under "%s"', async (key) => {
    const { status, body } = await ask('POST', '/tokens/generate', {
      body: { [key]: { Id: 'reader-7' } },
    });
    expect(status).toBe(200);
    expect(decodeJwt(body.token)).toMatchObject({ user: 'reader-7', origin: null });
    const { headers } = await ask('POST', '/tokens/generate');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('starts a conversation for a user, who is then the one who speaks', async () => {
    const { status, body } = await ask('POST', '/conversations', {
      body: { user: { id: 'reader-7' }, locale: 'en-US' },
    });
    expect(status).toBe(201);
    const path = `/conversations/${body.conversationId}/activities`;
    const posted = await ask('POST', path, { body: message('somebody-else') });
    expect(posted.status).toBe(200);
    expect(server.bot.heard.at(-1)?.chat.userId).toBe('reader-7');
    expect(server.bot.heard.at(-1)?.activity.locale).toBe('pl-PL');
    expect(updates()).toHaveLength(2);
  });

  test('reads, writes and reconnects in any conversation', async () => {
    const { conversationId } = (await ask('POST', '/conversations', { body: {} })).body;
    const path = `/conversations/${conversationId}`;
    await ask('POST', `${path}/activities`, { body: message('reader-7') });
    const { body } = await ask('GET', `${path}?watermark=`);
    expect(decodeJwt(body.token)).toMatchObject({ conv: conversationId, user: 'reader-7' });
    const stream = await listen(body.streamUrl, { origin: null });
    await stream.until((activities) => textsOf(activities).includes('echo hej'));
    expect((await ask('GET', `${path}/activities`)).body.activities).toHaveLength(3);
  });

  test('keeps a conversation alive by using it, for four hours in all', async () => {
    const { conversationId } = (await ask('POST', '/conversations', { body: {} })).body;
    const path = `/conversations/${conversationId}/activities`;
    for (let passed = 0; passed < 235; passed += 25) {
      expect((await ask('POST', path, { body: message('reader-7') })).status).toBe(200);
      server.time.advance(25 * 60_000);
    }
    const answer = await ask('POST', path, { body: message('reader-7') });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
  });

  test('is told 404 for a conversation nobody knows', async () => {
    expect((await ask('GET', '/conversations/unknown/activities')).status).toBe(404);
  });

  test('cannot refresh, having no token', async () => {
    expect((await ask('POST', '/tokens/refresh')).status).toBe(403);
  });
});

describe('a conversation whose token names no user', () => {
  const start = async () => {
    const { token } = (await ask('POST', '/tokens/generate')).body;
    expect(decodeJwt(token)).not.toHaveProperty('user');
    const { body } = await call(server.url, 'POST', '/conversations', {
      token,
      body: { user: { id: 'ignored' } },
    });
    const post = (activity: object) =>
      call(server.url, 'POST', `/conversations/${body.conversationId}/activities`, {
        token: body.token,
        body: activity,
      });
    return post;
  };

  test('tells the bot who joined on the first message, once, before it', async () => {
    const post = await start();
    expect(updates()).toEqual([]);
    await post(message('reader-7', 'first'));
    await post(message('reader-7', 'second'));
    expect(server.bot.heard.map(({ activity }) => activity.text ?? activity.type)).toEqual([
      'conversationUpdate',
      'conversationUpdate',
      'first',
      'second',
    ]);
  });

  test('belongs to the first who speaks', async () => {
    const post = await start();
    await Promise.all([post(message('reader-7', 'a')), post(message('reader-8', 'b'))]);
    const speakers = new Set(server.bot.heard.map(({ chat }) => chat.userId));
    expect(speakers.size).toBe(1);
  });

  test.each([
    [undefined, 'MissingProperty'],
    ['', 'MissingProperty'],
    ['dl_forged', 'BadArgument'],
  ])('refuses a message from %s', async (id, code) => {
    const post = await start();
    const answer = await post(message(id));
    expect([answer.status, answer.body.error.code]).toEqual([400, code]);
  });
});

describe('the secret', () => {
  test.each([
    ['POST', '/tokens/generate'],
    ['POST', '/conversations'],
  ])('is refused from a browser: %s %s', async (method, path) => {
    const answer = await call(server.url, method, path, {
      token: serverSecret,
      origin: pageOrigin,
      body: {},
    });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'BadArgument']);
  });

  test('opens nothing where none is configured', async () => {
    const plain = await startDirectLine();
    for (const path of ['/tokens/generate', '/conversations']) {
      const answer = await call(plain.url, 'POST', path, { token: serverSecret, origin: null });
      expect(answer.status).toBe(403);
    }
  });

  test('that is short stops the start', async () => {
    await expect(startDirectLine({ secret: 'short' })).rejects.toThrow('32 characters');
  });
});
