import { afterEach, describe, expect, test } from 'vitest';
import { leases } from '../../../src/storage/index.ts';
import {
  call,
  listen,
  open,
  poll,
  pollUntil,
  send,
  textsOf,
} from '../../support/directLineClient.ts';
import { stopDirectLineServers, type DirectLineServer } from '../../support/directLineServer.ts';
import { manualTime } from '../../support/directLineTime.ts';
import { startInstance } from '../../support/postgres/directLineInstance.ts';
import { connected, postgresForTests } from '../../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const time = manualTime();

afterEach(stopDirectLineServers);

async function twoInstances() {
  const url = await postgres.newDatabase();
  const databases = [await connected(url), await connected(url)] as const;
  const [one, other] = [
    await startInstance(databases[0], time),
    await startInstance(databases[1], time),
  ];
  return { databases, one, other };
}

/** The address of a stream, led to another instance as a load balancer does. */
const at = (server: DirectLineServer, streamUrl: string): string => {
  const { pathname, search } = new URL(streamUrl);
  return `${server.url.replace('http', 'ws')}${pathname}${search}`;
};

const withText = (text: string) => (shown: readonly { text?: string }[]) =>
  shown.some((activity) => activity.text === text);

describe('two instances behind one address', () => {
  test('a message posted to one is answered on a stream of the other, each once and in order', async () => {
    const { one, other } = await twoInstances();
    const chat = await open(one.url);
    const stream = await listen(at(other, chat.streamUrl));
    for (const text of ['raz', 'dwa', 'trzy']) {
      expect((await send(one.url, chat, text)).status).toBe(200);
      expect((await send(other.url, chat, `${text} tam`)).status).toBe(200);
    }
    await stream.until(withText('echo trzy tam'));
    const numbered = stream.activities().filter(({ id }) => /\|\d{7}$/.test(id));
    const ids = numbered.map(({ id }) => Number(id.slice(-7)));
    expect(ids).toEqual(ids.map((_, index) => index));
    expect(textsOf(numbered)).toEqual(textsOf((await poll(one.url, chat)).body.activities));
    expect(textsOf((await poll(other.url, chat)).body.activities)).toEqual(textsOf(numbered));
    expect(stream.frames.at(-1)?.watermark).toBe(String(ids.length));
  });

  test('a watermark of one is good at the other', async () => {
    const { one, other } = await twoInstances();
    const chat = await open(one.url);
    await pollUntil(one.url, chat, withText('welcome'));
    await send(one.url, chat, 'raz');
    const { watermark } = (await poll(one.url, chat)).body;
    await send(other.url, chat, 'dwa');
    expect(textsOf((await poll(one.url, chat, watermark)).body.activities)).toEqual([
      'dwa',
      'echo dwa',
    ]);
    expect(textsOf((await poll(other.url, chat, watermark)).body.activities)).toEqual([
      'dwa',
      'echo dwa',
    ]);
  });

  test('messages posted to both at once get numbers of their own', async () => {
    const { one, other } = await twoInstances();
    const chat = await open(one.url);
    await pollUntil(one.url, chat, withText('welcome'));
    await Promise.all(
      [1, 2, 3].flatMap((number) => [
        send(one.url, chat, `a${number}`),
        send(other.url, chat, `b${number}`),
      ]),
    );
    const shown = (await poll(other.url, chat)).body.activities;
    expect(shown).toHaveLength(13);
    expect(shown.map(({ id }) => Number(id.slice(-7)))).toEqual(shown.map((_, index) => index));
    expect(textsOf((await poll(one.url, chat)).body.activities)).toEqual(textsOf(shown));
  });

  test('a ticket opens one stream, whichever instance is asked', async () => {
    const { one, other } = await twoInstances();
    const chat = await open(one.url);
    await listen(at(other, chat.streamUrl));
    await expect(listen(at(one, chat.streamUrl))).rejects.toThrow('403');
    await expect(listen(at(other, chat.streamUrl))).rejects.toThrow('403');
  });

  test('an end at one closes the streams of the other, and no token is good any more', async () => {
    const { one, other, databases } = await twoInstances();
    const chat = await open(one.url);
    const stream = await listen(at(other, chat.streamUrl));
    await send(one.url, chat, 'raz');
    const [record] = await databases[0].query<{ content: string }>(
      "select content from records where name = 'directline'",
    );
    const { userId } = JSON.parse(record!.content) as { userId: string };
    await one.channel.endSession({
      ingress: 'directline',
      channelId: 'directline',
      conversationId: chat.conversationId,
      userId,
    });
    expect(await stream.closed).toBe(1000);
    expect((await send(other.url, chat, 'dwa')).status).toBe(403);
    const token = { token: chat.token, body: {} };
    expect((await call(other.url, 'POST', '/tokens/refresh', token)).status).toBe(403);
  });

  test('a reader whose instance was killed goes on at the other, with nothing lost', async () => {
    const { one, other } = await twoInstances();
    const chat = await open(one.url);
    const stream = await listen(chat.streamUrl);
    await send(one.url, chat, 'raz');
    await stream.until(withText('echo raz'));
    const { watermark } = stream.frames.at(-1)!;
    await one.crash();
    const path = `/conversations/${chat.conversationId}?watermark=${watermark}`;
    const again = await call(other.url, 'GET', path, { token: chat.token });
    const resumed = await listen(again.body.streamUrl);
    await send(other.url, chat, 'dwa');
    await resumed.until(withText('echo dwa'));
    expect(textsOf(resumed.activities())).toEqual(['dwa', 'echo dwa']);
    expect(textsOf((await poll(other.url, chat)).body.activities)).toEqual([
      'welcome',
      'raz',
      'echo raz',
      'dwa',
      'echo dwa',
    ]);
  });
});

describe('turns of one chat', () => {
  test('run one after another, also at two instances', async () => {
    const url = await postgres.newDatabase();
    const both = [leases(await connected(url)), leases(await connected(url))];
    let running = 0;
    let most = 0;
    let done = 0;
    const turn = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done += 1;
    };
    await Promise.all([0, 1, 2, 3, 4].flatMap(() => both.map((alone) => alone('chat', turn))));
    expect({ most, done }).toEqual({ most: 1, done: 10 });
  });

  test('begin at another instance once the time of one that died is over', async () => {
    const database = await connected(await postgres.newDatabase());
    await database.query(
      `insert into leases values ('"chat"', gen_random_uuid(), now() - interval '1 second')`,
    );
    expect(await leases(database)('chat', async () => 'done')).toBe('done');
    expect(await database.query('select * from leases')).toEqual([]);
  });
});
