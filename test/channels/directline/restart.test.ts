import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConversationRecord } from '../../../src/channels/directline/index.ts';
import { hideCodes } from '../../support/directLineBot.ts';
import {
  call,
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

beforeEach(async () => {
  server = await startDirectLine({ maskActivity: hideCodes });
  chat = await open(server.url);
  await pollUntil(server.url, chat, (activities) => textsOf(activities).includes('welcome'));
  await send(server.url, chat, 'code');
});
afterEach(stopDirectLineServers);

const again = () =>
  startDirectLine({ store: server.store, time: server.time, maskActivity: hideCodes });
const stored = (): ConversationRecord => JSON.parse(server.store.records.get(chat.conversationId)!);

describe('after a clean restart of the server', () => {
  test('an open chat goes on where it was, numbers and all', async () => {
    await server.stop();
    const next = await again();
    const answer = await send(next.url, chat, 'hej');
    expect(answer.body.id).toBe(`${chat.conversationId}|0000003`);
    const { activities, watermark } = (await poll(next.url, chat, '3')).body;
    expect(textsOf(activities)).toEqual(['hej', 'echo hej']);
    expect(watermark).toBe('5');
  });

  test('what was said can be replayed, but codes are masked on disk at once', async () => {
    await server.stop();
    expect(JSON.stringify(stored())).not.toContain('ABCD');
    const next = await again();
    const { activities } = (await poll(next.url, chat)).body;
    expect(textsOf(activities)).toEqual(['welcome', 'code', '…1234']);
  });

  test('the reader is not greeted a second time', async () => {
    await server.stop();
    const next = await again();
    const { status } = await call(next.url, 'POST', '/conversations', { token: chat.token });
    expect(status).toBe(200);
    await send(next.url, chat, 'hej');
    expect(next.bot.heard.map(({ activity }) => activity.type)).toEqual(['message']);
  });

  test('the reader is the same to the bot', async () => {
    const before = server.bot.heard.at(-1)?.chat;
    await server.stop();
    const next = await again();
    await send(next.url, chat, 'hej');
    expect(next.bot.heard.at(-1)?.chat).toEqual(before);
  });

  test('a client that reconnects gets a stream behind its watermark', async () => {
    await server.stop();
    const next = await again();
    const { body } = await call(
      next.url,
      'GET',
      `/conversations/${chat.conversationId}?watermark=2`,
      {
        token: chat.token,
      },
    );
    const stream = await listen(body.streamUrl);
    await send(next.url, chat, 'hej');
    await stream.until((activities) => textsOf(activities).includes('echo hej'));
    expect(textsOf(stream.activities())).toEqual(['…1234', 'hej', 'echo hej']);
  });

  test('two requests at once revive one conversation', async () => {
    await server.stop();
    const next = await again();
    const answers = await Promise.all([
      send(next.url, chat, 'a'),
      send(next.url, chat, 'b'),
      send(next.url, chat, 'c'),
    ]);
    const ids = answers.map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(3);
    const { activities } = (await poll(next.url, chat)).body;
    expect(activities.map(({ id }) => Number(id.split('|')[1]))).toEqual(
      Array.from({ length: 9 }, (_, number) => number),
    );
  });
});

describe('after a crash of the server', () => {
  test('no number is given twice and none is missing for a client that goes on', async () => {
    const seen = (await poll(server.url, chat)).body;
    await server.crash();
    const next = await again();
    await send(next.url, chat, 'hej');
    const { activities } = (await poll(next.url, chat, seen.watermark)).body;
    const numbers = [...seen.activities, ...activities].map(({ id }) => Number(id.split('|')[1]));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, number) => number));
    const spoken = activities.filter(({ type }) => type === 'message');
    expect(textsOf(spoken)).toEqual(['hej', 'echo hej']);
    const silent = activities.filter(({ type }) => type !== 'message');
    expect(silent.length).toBeGreaterThan(0);
    for (const { from } of silent) expect(from.role).toBe('bot');
  });

  test('a message sent before the reconnect is not lost on the reader', async () => {
    const { watermark } = (await poll(server.url, chat)).body;
    await server.crash();
    const next = await again();
    await send(next.url, chat, 'hej');
    const { body } = await call(
      next.url,
      'GET',
      `/conversations/${chat.conversationId}?watermark=${watermark}`,
      { token: chat.token },
    );
    const stream = await listen(body.streamUrl);
    await stream.until((activities) => textsOf(activities).includes('echo hej'));
  });

  test('a chat whose record is lost ends as expired, so that the page begins a new one', async () => {
    await server.crash();
    server.store.records.clear();
    const next = await again();
    const answer = await call(
      next.url,
      'GET',
      `/conversations/${chat.conversationId}?watermark=3`,
      {
        token: chat.token,
      },
    );
    expect([answer.status, answer.body.error.code]).toEqual([403, 'TokenExpired']);
  });
});

describe('the store', () => {
  test('is written twice for a start and then once for twenty activities', async () => {
    const before = server.store.puts();
    expect(before).toBe(2);
    for (let number = 0; number < 20; number += 1) {
      server.time.advance(1000);
      await send(server.url, chat, 'hej');
    }
    expect(server.store.puts() - before).toBe(2);
  });

  test('that fails does not stop a chat', async () => {
    server.store.isBroken = true;
    for (let number = 0; number < 9; number += 1) {
      expect((await send(server.url, chat, 'hej')).status).toBe(200);
    }
    expect(server.logged.map(({ event }) => event)).toContain('directline.notStored');
  });

  test('is given records that end with the last token', async () => {
    const { liveUntil } = stored();
    expect(new Date(liveUntil).toISOString()).toBe('2026-12-10T09:30:00.000Z');
  });
});
