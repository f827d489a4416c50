import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddressLimits } from '../../../src/channels/directline/addressLimits.ts';
import { MessagePace } from '../../../src/channels/directline/messagePace.ts';
import { networkOf } from '../../../src/http/index.ts';
import { call, generate, open, poll, send, type WireBody } from '../../support/directLineClient.ts';
import {
  startDirectLine,
  stopDirectLineServers,
  type DirectLineServer,
} from '../../support/directLineServer.ts';
import { manualTime } from '../../support/directLineTime.ts';

describe('the pace of messages', () => {
  test('lets ten through at once, holds ten for a second each, and refuses the next', () => {
    const pace = new MessagePace(manualTime().clock);
    const turns = Array.from({ length: 21 }, () => pace.take());
    expect(turns.slice(0, 10)).toEqual(Array(10).fill({ wait: 0 }));
    expect(turns.slice(10, 20).map(({ wait }) => wait)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((seconds) => seconds * 1000),
    );
    expect(turns[20]).toEqual({ wait: null, retryAfter: 1000 });
  });

  test('never holds a reader who writes once a second', () => {
    const time = manualTime();
    const pace = new MessagePace(time.clock);
    for (let second = 0; second < 300; second += 1) {
      expect(pace.take()).toEqual({ wait: 0 });
      time.advance(1000);
    }
  });

  test('does not count a refused message', () => {
    const time = manualTime();
    const pace = new MessagePace(time.clock);
    for (let number = 0; number < 100; number += 1) pace.take();
    time.advance(1000);
    expect(pace.take()).toEqual({ wait: 10_000 });
  });
});

describe('limits of an address', () => {
  const isLibrary = (address: string) => address === '10.0.0.1';

  test('let it take ten tokens a minute and tell when the next is due', () => {
    const time = manualTime();
    const limits = createAddressLimits(time.clock, isLibrary);
    for (let number = 0; number < 10; number += 1) expect(limits.takeToken('192.0.2.1')).toBeNull();
    time.advance(20_000);
    expect(limits.takeToken('192.0.2.1')).toBe(40);
    expect(limits.takeToken('192.0.2.2')).toBeNull();
    time.advance(40_000);
    expect(limits.takeToken('192.0.2.1')).toBeNull();
  });

  test('let it take two hundred an hour', () => {
    const time = manualTime();
    const limits = createAddressLimits(time.clock, isLibrary);
    for (let number = 0; number < 200; number += 1) {
      expect(limits.takeToken('192.0.2.1')).toBeNull();
      time.advance(6000);
    }
    limits.tidy();
    expect(limits.takeToken('192.0.2.1')).toBe(2400);
  });

  test('are ten times as wide in a network of the library', () => {
    const limits = createAddressLimits(manualTime().clock, isLibrary);
    const taken = Array.from({ length: 101 }, () => limits.takeToken('10.0.0.1'));
    expect(taken.indexOf(60)).toBe(100);
    const opened = Array.from({ length: 201 }, () => limits.openSocket('10.0.0.1'));
    expect(opened.indexOf(false)).toBe(200);
  });

  test('let it hold twenty sockets, and a closed one makes room', () => {
    const limits = createAddressLimits(manualTime().clock, isLibrary);
    for (let number = 0; number < 20; number += 1) limits.openSocket('192.0.2.1');
    expect(limits.openSocket('192.0.2.1')).toBe(false);
    limits.closeSocket('192.0.2.1');
    expect(limits.openSocket('192.0.2.1')).toBe(true);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('count %s as %s', (address, key) => {
    expect(networkOf(address)).toBe(key);
  });
});

describe('on the wire', () => {
  let server: DirectLineServer;
  let chat: WireBody;

  beforeEach(async () => {
    server = await startDirectLine();
    chat = await open(server.url);
  });
  afterEach(stopDirectLineServers);

  const letThrough = async (count: number) => {
    for (;;) {
      const { activities } = (await poll(server.url, chat)).body;
      if (activities.filter(({ from }) => from.role === 'user').length >= count) return;
    }
  };

  test('a burst is held and answered with 200', async () => {
    const burst = Array.from({ length: 15 }, (_, number) => send(server.url, chat, `m${number}`));
    await letThrough(10);
    const tidying = 1;
    while (server.time.waiting() < tidying + 5) await poll(server.url, chat);
    for (let second = 0; second < 5; second += 1) server.time.advance(1000);
    const answers = await Promise.all(burst);
    expect(answers.map(({ status }) => status)).toEqual(Array(15).fill(200));
  });

  test('a message that is held when the session ends reaches nobody', async () => {
    for (let number = 0; number < 10; number += 1) await send(server.url, chat, 'hej');
    const held = send(server.url, chat, 'too late');
    const tidying = 1;
    while (server.time.waiting() <= tidying) await poll(server.url, chat);
    await server.channel.endSession(server.bot.heard.at(-1)!.chat);
    server.time.advance(1000);
    const { status, body } = await held;
    expect([status, body.error.code]).toEqual([403, 'TokenExpired']);
    expect(server.bot.heard.map(({ activity }) => activity.text)).not.toContain('too late');
  });

  test('more than a burst is refused politely, and the chat goes on', async () => {
    const burst = Array.from({ length: 25 }, () => send(server.url, chat, 'hej'));
    const refused = (
      await Promise.all(burst.map((answer) => Promise.race([answer, letThrough(10)])))
    )
      .flatMap((answer) => answer ?? [])
      .filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    const { headers, body } = refused[0]!;
    expect(body.error.code).toBe('TooManyRequests');
    expect(headers.get('retry-after')).toBe('1');
    server.time.advance(10_000);
    await Promise.all(burst);
    server.time.advance(10_000);
    expect((await send(server.url, chat, 'hej')).status).toBe(200);
  });

  test('an eleventh chat within a minute is refused with the time to wait', async () => {
    for (let number = 0; number < 9; number += 1) await generate(server.url);
    const answer = await call(server.url, 'POST', '/tokens/generate', { body: {} });
    expect([answer.status, answer.body.error.code]).toEqual([429, 'TooManyRequests']);
    expect(answer.headers.get('retry-after')).toBe('60');
  });
});
