import type { JWTPayload } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startAzure, type Azure, type TokenOptions } from './azure.ts';
import { webChat } from './captured.ts';
import { NOW, startRig, type Rig } from './rig.ts';

let azure: Azure;
let rig: Rig;
let now = NOW;

beforeEach(async () => {
  now = NOW;
  azure = await startAzure();
  rig = await startRig({ mode: azure.mode, clock: () => now });
});

afterEach(async () => {
  await rig.close();
  await azure.close();
});

async function send(
  change: Readonly<Record<string, unknown>> = {},
  claims: JWTPayload = {},
  options: TokenOptions = {},
): Promise<number> {
  const { serviceUrl } = rig.connector;
  const token = await azure.token({ serviceurl: serviceUrl, ...claims }, options);
  const body = { ...webChat.message(serviceUrl), ...change };
  return (await rig.post(body, { authorization: `Bearer ${token}` })).status;
}

describe('a channel of Azure', () => {
  test.each(['RS256', 'RS512'] as const)(
    'reaches the bot with a token signed by %s, and the reply carries the token of the bot',
    async (algorithm) => {
      expect(await send({}, {}, { algorithm })).toBe(200);
      expect(rig.connector.requests).toEqual([
        expect.objectContaining({
          path: '/v3/conversations/cBxQ/activities/cBxQ%7C0000001',
          authorization: 'Bearer bot-token',
          activity: expect.objectContaining({ text: 'echo: tekst' }),
        }),
      ]);
      expect(rig.heard[0]?.chat).toEqual({
        ingress: 'botframework',
        channelId: 'webchat',
        conversationId: 'cBxQ',
        userId: 'dl_abc',
      });
    },
  );

  test('gets its raised events under the app id of the bot', async () => {
    await send();
    await rig.channel.raise(rig.heard[0]!.chat, 'signedIn');
    expect(rig.connector.requests[1]).toMatchObject({
      path: '/v3/conversations/cBxQ/activities',
      authorization: 'Bearer bot-token',
      activity: { text: 'event: signedIn' },
    });
  });

  test.each<[string, JWTPayload, TokenOptions]>([
    ['was signed by a key nobody published', {}, { forged: true }],
    ['names an unknown key', {}, { kid: 'unknown' }],
    ['was signed by a key of another channel', {}, { kid: 'facebookOnly' }],
    ['has expired', {}, { expiresIn: '-6m' }],
    ['is not valid yet', { nbf: Math.floor(Date.now() / 1000) + 3_600 }, {}],
    ['was signed with another padding', {}, { algorithm: 'PS256' }],
    ['vouches for another connector', { serviceurl: 'http://127.0.0.1:1' }, {}],
    ['vouches for no connector', { serviceurl: undefined }, {}],
    ['is for another bot', { aud: 'another' }, {}],
    ['is for several bots', { aud: ['another', '11111111-2222-3333-4444-555555555555'] }, {}],
    ['comes from another issuer', { iss: 'https://sts.windows.net/x/' }, {}],
  ])('is refused with 401 when its token %s', async (_name, claims, options) => {
    expect(await send({}, claims, options)).toBe(401);
    expect(rig.heard).toEqual([]);
    expect(rig.connector.requests).toEqual([]);
  });

  test('may have a clock that is five minutes wrong', async () => {
    expect(await send({}, {}, { expiresIn: '-4m' })).toBe(200);
  });

  test.each([
    ['msteams', 403],
    ['emulator', 403],
    ['AseChannel', 403],
    ['facebook', 200],
    ['directline', 200],
  ])('%s is answered with %i', async (channelId, status) => {
    expect(await send({ channelId })).toBe(status);
  });

  test.each([
    ['an empty serviceUrl', { serviceUrl: '' }, 400],
    ['no serviceUrl', { serviceUrl: undefined }, 400],
    ['expectReplies', { deliveryMode: 'expectReplies' }, 403],
    ['notification', { deliveryMode: 'notification' }, 403],
    ['a group', { conversation: { id: 'g', isGroup: true } }, 403],
  ])('%s is refused before any key is fetched', async (_name, change, status) => {
    expect(await send(change)).toBe(status);
    expect(azure.requests).toEqual([]);
    expect(rig.heard).toEqual([]);
  });

  test('gets no error trace and no inspection', async () => {
    expect(await send({ text: '/INSPECT open' })).toBe(200);
    expect(rig.connector.texts()).toEqual(['echo: /INSPECT open']);
  });
});

describe('the keys of Azure', () => {
  test('are fetched once for many messages', async () => {
    await Promise.all([send(), send(), send()]);
    await send();
    expect(azure.requests).toEqual(['/openidconfiguration', '/keys']);
  });

  test('are not fetched again for each made-up key id', async () => {
    await send();
    for (let i = 0; i < 20; i += 1) await send({}, {}, { kid: 'unknown' });
    expect(azure.requests).toHaveLength(2);
    now = new Date(NOW.getTime() + 61_000);
    await send({}, {}, { kid: 'unknown' });
    expect(azure.requests).toHaveLength(4);
  });

  test('that cannot be fetched make us say 503, and are asked for again soon', async () => {
    azure.breakDown(true);
    expect(await send()).toBe(503);
    expect(await send()).toBe(503);
    expect(azure.requests).toHaveLength(1);
    azure.breakDown(false);
    now = new Date(NOW.getTime() + 6_000);
    expect(await send()).toBe(200);
  });

  test('outlive a day on which they cannot be refreshed', async () => {
    expect(await send()).toBe(200);
    azure.breakDown(true);
    now = new Date(NOW.getTime() + 25 * 3_600_000);
    expect(await send()).toBe(200);
    expect(azure.requests).toHaveLength(3);
  });
});
