import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { emulator, playground } from './captured.ts';
import { NOW, startRig, type Rig, type RigOptions } from './rig.ts';

let rig: Rig;

afterEach(() => rig.close());

async function start(options: RigOptions = {}): Promise<string> {
  rig = await startRig(options);
  return rig.connector.serviceUrl;
}

describe('in the Emulator', () => {
  test('a new conversation is greeted once for the user', async () => {
    const serviceUrl = await start();
    expect((await rig.post(emulator.start(serviceUrl))).status).toBe(200);
    expect(rig.connector.texts()).toEqual(['hello u-1']);
  });

  test('a message is answered as a reply to it, with escaped ids in the address', async () => {
    const serviceUrl = await start();
    expect((await rig.post(emulator.message(serviceUrl, 'zażółć'))).status).toBe(200);
    const [request] = rig.connector.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/v3/conversations/c2882bc0-e66a-11f1%7Clivechat/activities/d642cd20-e66a-11f1',
      authorization: undefined,
      activity: {
        text: 'echo: zażółć',
        replyToId: 'd642cd20-e66a-11f1',
        from: { id: 'b-1' },
        recipient: { id: 'u-1' },
      },
    });
  });

  test('a message that is too long reaches the bot, cut where it sees that it was', async () => {
    const serviceUrl = await start();
    expect((await rig.post(emulator.message(serviceUrl, 'ż'.repeat(9000)))).status).toBe(200);
    expect(rig.heard[0]?.activity.text).toBe('ż'.repeat(4001));
  });

  test('the bot speaks Polish and lives in its own time, whatever the Emulator says', async () => {
    const serviceUrl = await start();
    await rig.post(emulator.message(serviceUrl));
    expect(rig.heard[0]?.activity).toMatchObject({ locale: 'pl-PL', timestamp: NOW });
    expect(rig.heard[0]?.activity.localTimestamp).toBeUndefined();
  });

  test('the chat is named by the door, the channel, the conversation and the user', async () => {
    const serviceUrl = await start();
    await rig.post({ ...emulator.message(serviceUrl), ingress: 'directline' });
    expect(rig.heard[0]?.chat).toEqual({
      ingress: 'botframework',
      channelId: 'emulator',
      conversationId: 'c2882bc0-e66a-11f1|livechat',
      userId: 'u-1',
    });
  });

  test.each([
    ['the bot first and alone', [[{ id: 'b-1' }], [{ id: 'u-1' }]]],
    ['the user first', [[{ id: 'u-1' }, { id: 'b-1' }]]],
    ['a third member', [[{ id: 'b-1' }, { id: 'u-1' }]]],
  ])('a conversation may start with %s', async (_name, updates) => {
    const serviceUrl = await start();
    for (const membersAdded of updates) {
      const body = emulator.system(serviceUrl, { type: 'conversationUpdate', membersAdded });
      expect((await rig.post(body)).status).toBe(200);
    }
    expect(rig.connector.texts()).toEqual(['hello u-1']);
  });

  test('the test options are accepted without a reply', async () => {
    const serviceUrl = await start();
    expect((await rig.post(emulator.testOptions(serviceUrl))).status).toBe(200);
    expect(rig.heard).toEqual([]);
    expect(rig.connector.requests).toEqual([]);
  });

  test.each([
    { type: 'contactRelationUpdate', action: 'add' },
    { type: 'typing' },
    { type: 'ping' },
    { type: 'deleteUserData' },
    { type: 'event', name: 'signedIn' },
    { type: 'somethingNew' },
  ])('the system activity $type needs no answer and does not reach the bot', async (fields) => {
    const serviceUrl = await start();
    expect((await rig.post(emulator.system(serviceUrl, fields))).status).toBe(200);
    expect(rig.heard).toEqual([]);
    expect(rig.connector.requests).toEqual([]);
  });

  test('an invoke nobody handles is answered with 501', async () => {
    const serviceUrl = await start();
    const body = emulator.system(serviceUrl, { type: 'invoke', name: 'signin/verifyState' });
    expect((await rig.post(body)).status).toBe(501);
  });

  test.each([
    ['an empty object', {}],
    ['a list', []],
    ['null', 'null'],
    ['nothing', ''],
    ['no type', { type: undefined }],
    ['a type that is no text', { type: 7 }],
    ['no sender', { from: undefined }],
    ['a sender without an id', { from: {} }],
    ['no conversation', { conversation: undefined }],
    ['a conversation that climbs the path', { conversation: { id: '..' } }],
    ['a conversation that breaks a header', { conversation: { id: 'a\r\nb' } }],
    ['an id that climbs the path', { id: '.' }],
    ['no channel', { channelId: undefined }],
    ['a text that is no text', { text: { a: 1 } }],
    ['members that are no list', { membersAdded: 'u-1' }],
    ['members without ids', { membersAdded: [{}] }],
  ])('%s is answered with 400', async (_name, change) => {
    const serviceUrl = await start();
    const isWhole = typeof change === 'string' || Object.keys(change).length === 0;
    const body = isWhole ? change : { ...emulator.message(serviceUrl), ...change };
    expect((await rig.post(body)).status).toBe(400);
    expect(rig.heard).toEqual([]);
  });

  test('useless fields of a wrong shape do not matter', async () => {
    const serviceUrl = await start();
    const odd = {
      locale: 7,
      timestamp: 'yesterday',
      localTimestamp: 'x',
      entities: 'none',
      expiration: 'y',
    };
    expect((await rig.post({ ...emulator.message(serviceUrl), ...odd })).status).toBe(200);
    expect(rig.connector.texts()).toEqual(['echo: hej']);
  });

  test('an activity without a recipient still gets a sender for its reply', async () => {
    const serviceUrl = await start();
    await rig.post({ ...emulator.message(serviceUrl), recipient: undefined });
    expect(rig.connector.requests[0]?.activity.from).toMatchObject({ id: 'bot' });
  });

  test('the .bot file names the address of the route and holds no secret', async () => {
    await start();
    const file = JSON.parse(readFileSync('manifest/legimi.bot', 'utf8'));
    expect(file.padlock).toBe('');
    expect(file.services).toEqual([
      expect.objectContaining({ type: 'endpoint', appId: '', appPassword: '' }),
    ]);
    const { host, pathname } = new URL(file.services[0].endpoint);
    expect(host).toBe('127.0.0.1:3978');
    expect(pathname).toBe(new URL(rig.url).pathname);
  });
});

describe('in the Agents Playground', () => {
  test('a conversation is greeted and a message answered below its own path', async () => {
    const serviceUrl = await start({ connectorPath: '/_connector' });
    expect((await rig.post(playground.start(serviceUrl))).status).toBe(200);
    expect((await rig.post(playground.message(serviceUrl))).status).toBe(200);
    expect(rig.connector.texts()).toEqual(['hello user-id-0', 'echo: hi']);
    expect(rig.connector.requests[0]?.path).toBe(
      '/_connector/v3/conversations/0e553ff1/activities/1be0e377',
    );
  });
});

describe('an event that our own code raises', () => {
  const chat = {
    ingress: 'botframework',
    channelId: 'emulator',
    conversationId: 'c2882bc0-e66a-11f1|livechat',
    userId: 'u-1',
  } as const;

  test('reaches the bot, and its reply the user', async () => {
    const serviceUrl = await start();
    await rig.post(emulator.message(serviceUrl));
    await rig.channel.raise(chat, 'signedIn');
    expect(rig.heard[1]).toMatchObject({
      chat,
      activity: { type: 'event', name: 'signedIn', locale: 'pl-PL', timestamp: NOW },
    });
    expect(rig.connector.requests[1]).toMatchObject({
      path: '/v3/conversations/c2882bc0-e66a-11f1%7Clivechat/activities',
      activity: { text: 'event: signedIn', recipient: { id: 'u-1' } },
    });
    expect(rig.connector.requests[1]?.activity.replyToId).toBeUndefined();
  });

  test('goes nowhere for a chat that never wrote', async () => {
    await start();
    await rig.channel.raise(chat, 'signedIn');
    expect(rig.heard).toEqual([]);
    expect(rig.written()).toContain('botframework.chatUnknown');
  });

  test('goes nowhere for another user of a known conversation', async () => {
    const serviceUrl = await start();
    await rig.post(emulator.message(serviceUrl));
    await rig.channel.raise({ ...chat, userId: 'u-2' }, 'signedIn');
    expect(rig.heard).toHaveLength(1);
  });
});
