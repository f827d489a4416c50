import { afterEach, describe, expect, test } from 'vitest';
import { hideCodes } from '../../support/directLineBot.ts';
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
import { stopDirectLineServers, type DirectLineServer } from '../../support/directLineServer.ts';
import { manualTime } from '../../support/directLineTime.ts';
import { cutDatabase, type CutDatabase } from '../../support/postgres/cutDatabase.ts';
import { startInstance } from '../../support/postgres/directLineInstance.ts';
import { connected, postgresForTests } from '../../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const time = manualTime();

afterEach(stopDirectLineServers);

type CutInstance = DirectLineServer & { readonly line: CutDatabase['line'] };

async function instance(url: string): Promise<CutInstance> {
  const { line, database } = cutDatabase(await connected(url));
  return { ...(await startInstance(database, time, { maskActivity: hideCodes })), line };
}

/** A client without a socket, whose requests a load balancer hands out in turn. */
function pollingClient(servers: readonly DirectLineServer[], chat: WireBody) {
  const shown: ShownActivity[] = [];
  let watermark = '';
  let asked = 0;
  return {
    shown,
    texts: () => textsOf(shown),
    async looks(): Promise<void> {
      for (const _each of servers) {
        const { status, body } = await poll(servers[asked % servers.length]!.url, chat, watermark);
        expect(status).toBe(200);
        shown.push(...body.activities);
        watermark = body.watermark;
        asked += 1;
      }
    },
  };
}

describe('an instance whose database is away', () => {
  test('answers a client that polls here, once and in order, also when another instance takes turns', async () => {
    const url = await postgres.newDatabase();
    const [one, other] = [await instance(url), await instance(url)];
    const chat = await open(one.url);
    await pollUntil(one.url, chat, (shown) => textsOf(shown).includes('welcome'));
    const client = pollingClient([one, other], chat);
    await client.looks();

    Object.assign(one.line, { isCut: true });
    Object.assign(other.line, { isCut: true });
    for (const [text, server] of [
      ['raz', one],
      ['dwa', other],
      ['trzy', one],
      ['cztery', one],
    ] as const) {
      time.advance(1_000);
      expect((await send(server.url, chat, text)).status).toBe(200);
      await client.looks();
    }
    Object.assign(one.line, { isCut: false });
    Object.assign(other.line, { isCut: false });
    await client.looks();
    await send(other.url, chat, 'pięć');
    await client.looks();
    const said = ['raz', 'dwa', 'trzy', 'cztery', 'pięć'].flatMap((text) => [text, `echo ${text}`]);
    expect(client.texts()).toEqual(['welcome', ...said]);
    const numbers = client.shown.map(({ id }) => Number(id.slice(-7)));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    const third = await instance(url);
    await poll(one.url, chat);
    expect(textsOf((await poll(third.url, chat, '0')).body.activities)).toEqual(client.texts());
  });

  test('takes no message of a client that has not asked here for a while, and says when to try again', async () => {
    const one = await instance(await postgres.newDatabase());
    const chat = await open(one.url);
    await pollUntil(one.url, chat, (shown) => textsOf(shown).includes('welcome'));
    one.line.isCut = true;
    time.advance(15_000);
    const refused = await send(one.url, chat, 'raz');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    await poll(one.url, chat);
    expect((await send(one.url, chat, 'raz')).status).toBe(200);
  });

  test('says nothing is new in a chat it has never seen, and that it may be asked again', async () => {
    const url = await postgres.newDatabase();
    const [one, other] = [await instance(url), await instance(url)];
    const chat = await open(one.url);
    other.line.isCut = true;
    const polled = await poll(other.url, chat, '3');
    expect([polled.status, polled.body]).toEqual([200, { activities: [], watermark: '3' }]);
    const { token, conversationId } = chat;
    const asked = [
      await call(other.url, 'POST', '/tokens/refresh', { token, body: {} }),
      await call(other.url, 'GET', `/conversations/${conversationId}?watermark=3`, { token }),
      await send(other.url, chat, 'raz'),
    ];
    expect(asked.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual(
      asked.map(() => [503, '5']),
    );
    other.line.isCut = false;
    expect((await send(other.url, chat, 'raz')).status).toBe(200);
  });

  test('replays no code, because the chat may have been ended at another instance', async () => {
    const one = await instance(await postgres.newDatabase());
    const chat = await open(one.url);
    await send(one.url, chat, 'code');
    one.line.isCut = true;
    const shown = async () => textsOf((await poll(one.url, chat, '')).body.activities);
    const { token, conversationId } = chat;
    const again = await call(one.url, 'GET', `/conversations/${conversationId}?watermark=`, {
      token,
    });
    const stream = await listen(again.body.streamUrl);
    await stream.until((seen) => seen.some(({ text }) => text === '…1234'));
    expect(textsOf(stream.activities())).not.toContain('ABCD-EFGH-1234');
    expect(await shown()).toContain('…1234');
    expect(await shown()).not.toContain('ABCD-EFGH-1234');
    one.line.isCut = false;
    expect(await shown()).toContain('ABCD-EFGH-1234');
  });

  test('shares no code of a session that was over before it could share', async () => {
    const url = await postgres.newDatabase();
    const [one, other] = [await instance(url), await instance(url)];
    const chat = await open(one.url);
    await pollUntil(one.url, chat, (shown) => textsOf(shown).includes('welcome'));
    one.line.isCut = true;
    await send(one.url, chat, 'code');
    await one.channel.raise(one.bot.heard.at(-1)!.chat, 'signedOut');
    one.line.isCut = false;
    await poll(one.url, chat);
    const shown = textsOf((await poll(other.url, chat)).body.activities);
    expect(shown).toEqual(['welcome', 'code', '…1234', 'event signedOut']);
  });
});
