import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTokens } from '../../../src/channels/directline/token.ts';
import { call, generate, open, send } from '../../support/directLineClient.ts';
import {
  pageOrigin,
  startDirectLine,
  stopDirectLineServers,
  type DirectLineServer,
} from '../../support/directLineServer.ts';

const minutes = 60_000;

let server: DirectLineServer;

beforeEach(async () => {
  server = await startDirectLine();
});
afterEach(stopDirectLineServers);

const start = (token: string, body: unknown = { user: {} }) =>
  call(server.url, 'POST', '/conversations', { token, body });
/** As the client sends it: no body and no content type. */
const refresh = (token: string) => call(server.url, 'POST', '/tokens/refresh', { token });

describe('a new token', () => {
  test('opens one conversation, for 30 minutes, and the bot hears nothing yet', async () => {
    const answer = await call(server.url, 'POST', '/tokens/generate', { body: {} });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body).sort()).toEqual(['conversationId', 'expires_in', 'token']);
    expect(answer.body.expires_in).toBe(1800);
    expect(server.bot.heard).toEqual([]);
    expect(server.store.puts()).toBe(0);
  });

  test('says whose it is, for which page and how long, signed with HS256 and a key id', async () => {
    const { token, conversationId } = await generate(server.url);
    const issuedAt = server.time.clock().getTime() / 1000;
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT', kid: 'test' });
    const random = expect.stringMatching(/^[\w-]{22}$/);
    expect(decodeJwt(token)).toEqual({
      iss: 'legimi-chatbot',
      aud: 'directline',
      conv: conversationId,
      user: expect.stringMatching(/^dl_[\w-]{22}$/),
      origin: pageOrigin,
      iat: issuedAt,
      exp: issuedAt + 1800,
      since: issuedAt * 1000,
      jti: random,
      lin: random,
      started: false,
    });
    expect(conversationId).toEqual(random);
  });

  test('takes neither user nor conversation from the page', async () => {
    const body = { User: { Id: 'dl_mine' }, conversationId: 'mine', user: { id: 'dl_mine' } };
    const answer = await generate(server.url, { body });
    expect(decodeJwt(answer.token)['user']).not.toBe('dl_mine');
    expect(answer.conversationId).not.toBe('mine');
  });

  test('is tied to the browser, whose cookie is set for it alone', async () => {
    const answer = await call(server.url, 'POST', '/tokens/generate', { body: {} });
    expect(answer.headers.get('set-cookie')).toContain('__Host-czat=');
    expect(server.bound.get(answer.body.conversationId)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the start of a conversation', () => {
  test('is answered with 201, a new token and a stream', async () => {
    const { token, conversationId } = await generate(server.url);
    const { status, body } = await start(token);
    expect(status).toBe(201);
    expect(body).toEqual({
      conversationId,
      token: expect.any(String),
      expires_in: 1800,
      streamUrl: expect.stringMatching(
        new RegExp(
          `^ws://127\\.0\\.0\\.1:\\d+/v3/directline/conversations/${conversationId}/stream\\?t=`,
        ),
      ),
      referenceGrammarId: expect.any(String),
    });
  });

  test('a second time is answered with 200, the same id and another stream', async () => {
    const { token, conversationId } = await generate(server.url);
    const first = await start(token);
    const second = await start(token);
    expect([second.status, second.body.conversationId]).toEqual([200, conversationId]);
    expect(second.body.streamUrl).not.toBe(first.body.streamUrl);
  });

  test('twice at the same moment makes one conversation', async () => {
    const { token } = await generate(server.url);
    const answers = await Promise.all([start(token), start(token), start(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
  });

  test('tells the bot once who joined: itself first, then the reader', async () => {
    const { token } = await generate(server.url);
    const { body } = await start(token);
    await start(token);
    await send(server.url, body, 'hej');
    const updates = server.bot.heard.filter(
      ({ activity }) => activity.type === 'conversationUpdate',
    );
    const reader = decodeJwt(token)['user'];
    expect(updates.map(({ activity }) => activity.membersAdded)).toEqual([
      [{ id: 'legimi', name: 'Asystent' }],
      [{ id: reader, name: '' }],
    ]);
    expect(updates.map(({ activity }) => activity.locale)).toEqual(['pl-PL', 'pl-PL']);
  });

  test.each([
    ['a user', { user: { id: 'dl_forged' } }],
    ['a locale that is no text', { locale: { evil: 1 } }],
    ['nothing', undefined],
  ])('ignores %s in the body', async (_what, body) => {
    const { token } = await generate(server.url);
    expect((await start(token, body)).status).toBe(201);
  });

  test('names the address readers know, when it is configured', async () => {
    const known = await startDirectLine({ publicUrl: 'https://czat.biblioteka.example/' });
    const { streamUrl, conversationId } = await open(known.url);
    expect(streamUrl).toContain(
      `wss://czat.biblioteka.example/v3/directline/conversations/${conversationId}/stream?t=`,
    );
  });
});

describe('a refresh', () => {
  test('brings another token for the same conversation and user', async () => {
    const { token, conversationId } = await open(server.url);
    const answer = await refresh(token);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body).sort()).toEqual(['conversationId', 'expires_in', 'token']);
    expect(answer.body.conversationId).toBe(conversationId);
    expect(answer.body.token).not.toBe(token);
    const { user, lin, since } = decodeJwt(token);
    expect(decodeJwt(answer.body.token)).toMatchObject({ user, lin, since });
  });

  test('works before the conversation has begun, which then begins as usual', async () => {
    const { token } = await generate(server.url);
    const renewed = (await refresh(token)).body.token;
    expect((await start(renewed)).status).toBe(201);
  });

  test('after the start also works with the token from before it', async () => {
    const { token, conversationId } = await generate(server.url);
    await start(token);
    const renewed = (await refresh(token)).body;
    expect((await send(server.url, { ...renewed, conversationId }, 'hej')).status).toBe(200);
  });

  test('does not make the old token live longer', async () => {
    const chat = await open(server.url);
    server.time.advance(15 * minutes);
    const renewed = (await refresh(chat.token)).body;
    expect((await send(server.url, chat, 'hej')).status).toBe(200);
    server.time.advance(15 * minutes);
    const answer = await send(server.url, chat, 'hej');
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
    expect((await send(server.url, renewed, 'hej')).status).toBe(200);
  });

  test('is refused when the reader has written nothing for 30 minutes', async () => {
    let { token } = await open(server.url);
    server.time.advance(15 * minutes);
    ({ token } = (await refresh(token)).body);
    server.time.advance(15 * minutes);
    const answer = await refresh(token);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
    expect((await start(token)).status).toBe(403);
  });

  test('goes on while the reader writes, but for four hours in all', async () => {
    const chat = await open(server.url);
    let { token } = chat;
    for (let passed = 0; passed < 225; passed += 15) {
      server.time.advance(15 * minutes);
      await send(server.url, { ...chat, token }, 'hej');
      const answer = await refresh(token);
      expect(answer.status).toBe(200);
      ({ token } = answer.body);
    }
    // 3 h 45 min are over: what is left is 15 minutes.
    expect(decodeJwt(token).exp! * 1000 - server.time.clock().getTime()).toBe(15 * minutes);
    server.time.advance(15 * minutes);
    const answer = await refresh(token);
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
  });
});

describe('keys', () => {
  const previous = { kid: 'old', key: new Uint8Array(32).fill(1) };
  const current = { kid: 'new', key: new Uint8Array(32).fill(2) };

  test('can be changed without ending open chats', async () => {
    const before = await startDirectLine({ keys: { current: previous } });
    const chat = await open(before.url);
    const after = await startDirectLine({ keys: { current, previous }, store: before.store });
    expect((await send(after.url, chat, 'hej')).status).toBe(200);
    const renewed = await call(after.url, 'POST', '/tokens/refresh', { token: chat.token });
    expect(decodeProtectedHeader(renewed.body.token).kid).toBe('new');
  });

  test('that are too short stop the start', () => {
    const short = { kid: 'short', key: new Uint8Array(31) };
    expect(() => createTokens({ current: short }, server.time.clock)).toThrow('256-bit');
  });
});
