import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  call,
  listen,
  open,
  poll,
  pollUntil,
  send,
  textsOf,
  type ShownActivity,
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
  server = await startDirectLine();
  chat = await open(server.url);
  await pollUntil(server.url, chat, (activities) => textsOf(activities).includes('welcome'));
});
afterEach(stopDirectLineServers);

const post = (activity: string | object) => send(server.url, chat, activity);
const has = (text: string) => (activities: readonly ShownActivity[]) =>
  textsOf(activities).includes(text);
const reconnect = (query = '') =>
  call(server.url, 'GET', `/conversations/${chat.conversationId}${query}`, {
    token: chat.token,
    origin: null,
  });
const newStream = async (query = '') => listen((await reconnect(query)).body.streamUrl);

describe('a stream', () => {
  test('begins with what was said before it opened', async () => {
    await post('hej');
    const stream = await listen(chat.streamUrl);
    await stream.until(has('echo hej'));
    expect(textsOf(stream.activities())).toEqual(['welcome', 'hej', 'echo hej']);
    expect(stream.frames.map(({ watermark }) => watermark)).toEqual(['1', '2', '3']);
    expect(stream.frames.map((frame) => frame.activities.length)).toEqual([1, 1, 1]);
  });

  test('brings everything once and in order, with a watermark that grows', async () => {
    const stream = await listen(chat.streamUrl);
    await post('three');
    await post('hej');
    await stream.until(has('echo hej'));
    expect(textsOf(stream.activities())).toEqual([
      'welcome',
      'three',
      'one',
      'two',
      'three',
      'hej',
      'echo hej',
    ]);
    expect(stream.frames.map(({ watermark }) => watermark)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
  });

  test('shows that the bot is typing, which polling does not', async () => {
    const stream = await listen(chat.streamUrl);
    await post('type');
    await stream.until(has('typed'));
    const [, , typing] = stream.frames;
    expect(typing?.watermark).toBe('2');
    expect(typing?.activities).toEqual([expect.objectContaining({ type: 'typing' })]);
    expect(typing?.activities[0]).not.toHaveProperty('id');
    expect((await poll(server.url, chat)).body.activities).not.toContainEqual(
      expect.objectContaining({ type: 'typing' }),
    );
  });

  test('reaches several windows of one reader', async () => {
    const streams = [
      await listen(chat.streamUrl),
      await newStream(),
      await newStream('?watermark='),
    ];
    await post('hej');
    await Promise.all(streams.map((stream) => stream.until(has('echo hej'))));
    expect(streams.map((stream) => stream.activities().length)).toEqual([3, 2, 3]);
  });

  test('ignores what the client says on it, empty frames above all', async () => {
    const stream = await listen(chat.streamUrl);
    stream.socket.send('');
    stream.socket.send('{"type":"message","text":"smuggled"}');
    await post('hej');
    await stream.until(has('echo hej'));
    expect(textsOf(server.bot.heard.map(({ activity }) => activity as never))).not.toContain(
      'smuggled',
    );
  });

  test('is not compressed', async () => {
    const stream = await listen(chat.streamUrl, { perMessageDeflate: true });
    expect(stream.socket.extensions).toBe('');
  });

  test('of a fourth window takes the place of the oldest', async () => {
    const streams = [await listen(chat.streamUrl)];
    for (let more = 0; more < 3; more += 1) streams.push(await newStream());
    expect(await streams[0]?.closed).toBe(1000);
    await post('hej');
    await Promise.all(streams.slice(1).map((stream) => stream.until(has('echo hej'))));
  });
});

describe('a reconnect', () => {
  test('brings a new stream and the token the client already has', async () => {
    const { status, body } = await reconnect();
    expect(status).toBe(200);
    expect(body).toEqual({
      conversationId: chat.conversationId,
      token: chat.token,
      streamUrl: expect.stringContaining(`/conversations/${chat.conversationId}/stream?t=`),
    });
  });

  test('with a watermark goes on exactly behind it', async () => {
    await post('three');
    const stream = await newStream('?watermark=3');
    await post('hej');
    await stream.until(has('echo hej'));
    expect(textsOf(stream.activities())).toEqual(['two', 'three', 'hej', 'echo hej']);
  });

  test('without a watermark brings only what is new since it was asked for', async () => {
    const { streamUrl } = (await reconnect()).body;
    await post('hej');
    const stream = await listen(streamUrl);
    await stream.until(has('echo hej'));
    expect(textsOf(stream.activities())).toEqual(['hej', 'echo hej']);
  });

  test('with an empty watermark begins at the start', async () => {
    const stream = await newStream('?watermark=');
    await stream.until(has('welcome'));
  });
});

describe('a dead client', () => {
  test('is dropped when it leaves a ping unanswered', async () => {
    const stream = await listen(chat.streamUrl, { autoPong: false });
    const pinged = once(stream.socket, 'ping');
    server.time.advance(30_000);
    await pinged;
    server.time.advance(30_000);
    expect(await stream.closed).toBe(1006);
  });

  test('is not confused with one that is only silent', async () => {
    const stream = await listen(chat.streamUrl);
    for (let pings = 0; pings < 3; pings += 1) {
      const pinged = once(stream.socket, 'ping');
      server.time.advance(30_000);
      await pinged;
      await stream.settled();
    }
    expect(stream.socket.readyState).toBe(stream.socket.OPEN);
  });
});
