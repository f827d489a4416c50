import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Chat } from '../../../src/signin/index.ts';
import { echoBot, hideCodes } from '../../support/directLineBot.ts';
import {
  call,
  generate,
  listen,
  open,
  poll,
  pollUntil,
  send,
  textsOf,
  type WireBody,
} from '../../support/directLineClient.ts';
import {
  startDirectLine,
  stopDirectLineServers,
  type DirectLineServer,
} from '../../support/directLineServer.ts';

let server: DirectLineServer;
let chat: WireBody;
let reader: Chat;

beforeEach(async () => {
  const bot = echoBot({
    goodbye: async (context) => {
      await server.channel.endSession(server.bot.heard.at(-1)!.chat);
      await context.sendActivity('you are signed out');
    },
    late: async (context) => {
      await server.channel.endSession(server.bot.heard.at(-1)!.chat);
      await context.sendActivity('ABCD-EFGH-1234');
    },
  });
  server = await startDirectLine({ bot, maskActivity: hideCodes });
  chat = await open(server.url);
  await pollUntil(server.url, chat, (activities) => textsOf(activities).includes('welcome'));
  reader = server.bot.heard.at(-1)!.chat;
});
afterEach(stopDirectLineServers);

const ways: [string, (token: string) => Promise<{ status: number; body: WireBody }>][] = [
  ['a message', (token) => send(server.url, { ...chat, token }, 'hej')],
  ['a refresh', (token) => call(server.url, 'POST', '/tokens/refresh', { token })],
  ['a start', (token) => call(server.url, 'POST', '/conversations', { token, body: {} })],
  [
    'a reconnect',
    (token) => call(server.url, 'GET', `/conversations/${chat.conversationId}`, { token }),
  ],
];

describe('after the end of a session', () => {
  test.each(ways)('%s is refused as expired, with an old or a newer token', async (_what, ask) => {
    const renewed = await call(server.url, 'POST', '/tokens/refresh', { token: chat.token });
    await server.channel.endSession(reader);
    for (const token of [chat.token, renewed.body.token]) {
      const { status, body } = await ask(token);
      expect([status, body.error.code]).toEqual([403, 'TokenExpired']);
    }
  });

  test('the token from before the start cannot begin the conversation again', async () => {
    const { token } = await generate(server.url);
    const other = (await call(server.url, 'POST', '/conversations', { token })).body;
    await pollUntil(server.url, other, (activities) => activities.length > 0);
    await server.channel.endSession(server.bot.heard.at(-1)!.chat);
    server.time.advance(60_000);
    const again = await call(server.url, 'POST', '/conversations', { token });
    expect([again.status, again.body.error.code]).toEqual([403, 'TokenExpired']);
  });

  test('it stays ended when the server starts again', async () => {
    await server.channel.endSession(reader);
    await server.stop();
    const again = await startDirectLine({ store: server.store, time: server.time });
    const answer = await send(again.url, chat, 'hej');
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
  });

  test('open streams are closed, and a ticket from before opens none', async () => {
    const spare = await call(server.url, 'GET', `/conversations/${chat.conversationId}`, {
      token: chat.token,
    });
    const stream = await listen(chat.streamUrl);
    await server.channel.endSession(reader);
    expect(await stream.closed).toBe(1000);
    await expect(listen(spare.body.streamUrl)).rejects.toThrow('refused with 403');
  });

  test('the last words still reach a stream and a polling client', async () => {
    const stream = await listen(chat.streamUrl);
    expect((await send(server.url, chat, 'goodbye')).status).toBe(200);
    expect(await stream.closed).toBe(1000);
    expect(textsOf(stream.activities())).toEqual(['welcome', 'goodbye', 'you are signed out']);
    const { status, body } = await poll(server.url, chat, '2');
    expect([status, textsOf(body.activities)]).toEqual([200, ['you are signed out']]);
    server.time.advance(10_000);
    expect((await poll(server.url, chat, '2')).status).toBe(403);
  });

  test('the old token reads no code that was shown before, not even for a moment', async () => {
    await send(server.url, chat, 'code');
    expect(textsOf((await poll(server.url, chat, '2')).body.activities)).toEqual([
      'ABCD-EFGH-1234',
    ]);
    await server.channel.endSession(reader);
    expect(textsOf((await poll(server.url, chat, '2')).body.activities)).toEqual(['…1234']);
  });

  test('nor one that a turn shows while the session ends', async () => {
    await send(server.url, chat, 'late');
    expect(textsOf((await poll(server.url, chat, '2')).body.activities)).toEqual(['…1234']);
  });

  test('nor in a conversation that goes on after its session ran out', async () => {
    await send(server.url, chat, 'code');
    await server.channel.raise(reader, 'signedOut');
    const { activities } = (await poll(server.url, chat, '2')).body;
    expect(textsOf(activities)[0]).toBe('…1234');
    await send(server.url, chat, 'code');
    expect(JSON.stringify((await poll(server.url, chat, '2')).body)).toContain('ABCD-EFGH-1234');
  });

  test('the chat of another reader goes on', async () => {
    const other = await open(server.url);
    await server.channel.endSession(reader);
    await server.channel.endSession({ ...reader, conversationId: other.conversationId });
    expect((await send(server.url, other, 'hej')).status).toBe(200);
  });
});

describe('when the last token expires', () => {
  test('open streams are closed and the client is told to begin anew', async () => {
    const stream = await listen(chat.streamUrl);
    server.time.advance(1_800_000);
    expect(await stream.closed).toBe(1000);
    const answer = await call(server.url, 'GET', `/conversations/${chat.conversationId}`, {
      token: chat.token,
    });
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
  });

  test('a stream lives on when the token was refreshed in time', async () => {
    const stream = await listen(chat.streamUrl);
    const pinged = once(stream.socket, 'ping');
    server.time.advance(900_000);
    await pinged;
    await stream.settled();
    const { token } = (await call(server.url, 'POST', '/tokens/refresh', { token: chat.token }))
      .body;
    server.time.advance(1_200_000);
    const answer = await send(server.url, { ...chat, token }, 'hej');
    expect(answer.status).toBe(200);
    await stream.until((activities) => textsOf(activities).includes('echo hej'));
  });
});

test('stopping waits for the turn that runs, then closes the streams as going away', async () => {
  const stream = await listen(chat.streamUrl);
  const answered = send(server.url, chat, 'wait');
  await server.bot.waiting();
  const stopped = server.stop();
  expect((await answered).status).toBe(200);
  await stopped;
  await stream.closed;
  expect(textsOf(stream.activities())).toEqual(['welcome', 'wait', 'waited']);
});
