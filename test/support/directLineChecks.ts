import { expect } from 'vitest';
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
  type WireRequest,
} from './directLineClient.ts';
import { pageClient } from './directLineJs.ts';
import { pageOrigin, serverSecret } from './directLineServer.ts';
import type { World } from './directLineWorld.ts';

/** What a client may expect of the server; throws when it is not so. */
export type Check = (world: World) => Promise<void>;

/** A started conversation whose greeting has come. */
async function greeted({ url }: World): Promise<WireBody> {
  const chat = await open(url);
  await pollUntil(url, chat, (activities) => textsOf(activities).includes('welcome'));
  return chat;
}

const reconnect = ({ url }: World, { conversationId, token }: WireBody, query: string) =>
  call(url, 'GET', `/conversations/${conversationId}${query}`, { token, origin: null });

const asServer = ({ url }: World, method: string, path: string, request: WireRequest = {}) =>
  call(url, method, path, { token: serverSecret, origin: null, ...request });

const refusedAsExpired = ({ status, body }: { status: number; body: WireBody }): void =>
  expect([status, body.error?.code]).toEqual([403, 'TokenExpired']);

/** The checks by Microsoft's released client, over one transport. */
function clientChecks(webSocket: boolean): Record<string, Check> {
  const transport = webSocket ? 'WebSocket' : 'polling';
  const spoken = ['welcome', 'hej', 'echo hej', 'three', 'one', 'two', 'three'];
  return {
    [`${transport}: the client sees each activity once and in order`]: async ({ url }) => {
      const { token } = await generate(url);
      const client = pageClient(url, { token, webSocket });
      await client.until(({ texts }) => texts().includes('welcome'));
      const id = await client.post('hej');
      await client.post('three');
      await client.until(({ activities }) => activities.length >= spoken.length);
      expect(client.texts()).toEqual(spoken);
      expect(id).toBe(client.activities[1]?.id);
      expect(client.statuses).toEqual(['Uninitialized', 'Connecting', 'Online']);
    },

    [`${transport}: a token expires in the chat, which goes on with a fresh one`]: async (
      world,
    ) => {
      const { token } = await generate(world.url);
      const client = pageClient(world.url, { token, webSocket });
      await client.until(({ texts }) => texts().includes('welcome'));
      const { token: good, conversationId } = client.line as unknown as WireBody;
      Object.assign(client.line, { token: await world.expiredToken(good) });
      expect(await client.post('lost')).toBe('retry');
      expect(client.statuses.at(-1)).toBe('ExpiredToken');
      world.dropStreams();
      const { body } = await reconnect(world, { token: good, conversationId } as WireBody, '');
      client.line.reconnect(body);
      await client.until(({ statuses }) => statuses.at(-1) === 'Online');
      expect(await client.post('hej')).toMatch(/\|0000001$/);
      await client.until(({ texts }) => texts().includes('echo hej'));
      expect(client.texts()).not.toContain('lost');
    },

    [`${transport}: a reload brings the same chat again, and no second greeting`]: async (
      world,
    ) => {
      const first = await greeted(world);
      await send(world.url, first, 'hej');
      const client = pageClient(world.url, { ...idsOf(first), webSocket });
      await client.until(({ texts }) => texts().includes('echo hej'));
      await client.post('again');
      await client.until(({ texts }) => texts().includes('echo again'));
      expect(client.texts()).toEqual(['welcome', 'hej', 'echo hej', 'again', 'echo again']);
    },

    [`${transport}: a client that knows its watermark gets only what is newer`]: async (world) => {
      const first = await greeted(world);
      await send(world.url, first, 'three');
      const client = pageClient(world.url, { ...idsOf(first), webSocket, watermark: '3' });
      await client.until(({ texts }) => texts().includes('three'));
      await client.post('hej');
      await client.until(({ texts }) => texts().includes('echo hej'));
      expect(client.texts()).toEqual(['two', 'three', 'hej', 'echo hej']);
    },
  };
}

const idsOf = ({ token, conversationId }: WireBody) => ({ token, conversationId });

/** The list of what must hold, by its name. */
export const checks: Readonly<Record<string, Check>> = {
  ...clientChecks(true),
  ...clientChecks(false),

  'WebSocket: after a lost connection the client misses nothing and sees nothing twice': async (
    world,
  ) => {
    const { token } = await generate(world.url);
    const client = pageClient(world.url, { token, webSocket: true });
    await client.until(({ texts }) => texts().includes('welcome'));
    await client.post('hej');
    await client.until(({ texts }) => texts().includes('echo hej'));
    world.dropStreams();
    await client.post('three');
    await client.post('last');
    await client.until(({ texts }) => texts().includes('echo last'));
    expect(client.texts()).toEqual([
      ...['welcome', 'hej', 'echo hej'],
      ...['three', 'one', 'two', 'three', 'last', 'echo last'],
    ]);
  },

  'WebSocket: a message posted on a dead token says "retry" and reaches nobody': async (world) => {
    const { token } = await generate(world.url);
    const client = pageClient(world.url, { token, webSocket: true });
    await client.until(({ texts }) => texts().includes('welcome'));
    Object.assign(client.line, { token: 'nonsense' });
    expect(await client.post('lost')).toBe('retry');
    expect(world.bot.heard.map(({ activity }) => activity.text)).not.toContain('lost');
  },

  'polling: a burst of polls is never refused': async (world) => {
    const client = pageClient(world.url, {
      ...idsOf(await greeted(world)),
      webSocket: false,
    });
    await client.until(({ texts }) => texts().includes('welcome'));
    const chat = client.line as unknown as WireBody;
    const answers = await Promise.all(Array.from({ length: 60 }, () => poll(world.url, chat)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await client.post('hej');
    await client.until(({ texts }) => texts().includes('echo hej'));
  },

  'answers that succeed may be read by the page': async (world) => {
    const { headers } = await call(world.url, 'POST', '/tokens/generate', { body: {} });
    expect(headers.get('access-control-allow-origin')).toBe(pageOrigin);
  },

  'refusals may be read by the page': async (world) => {
    const { headers } = await call(world.url, 'POST', '/conversations');
    expect(headers.get('access-control-allow-origin')).toBe(pageOrigin);
  },

  'a preflight allows x-requested-with': async (world) => {
    const { headers } = await call(world.url, 'OPTIONS', '/conversations');
    expect(headers.get('access-control-allow-headers')).toContain('x-requested-with');
  },

  'the reader sees the own message, with the mark of its client': async (world) => {
    const chat = await greeted(world);
    const channelData = { clientActivityID: 'mark' };
    const { body } = await send(world.url, chat, { type: 'message', text: 'hej', channelData });
    const { activities } = (await poll(world.url, chat)).body;
    const own = activities.find(({ id }) => id === body.id);
    expect(own).toMatchObject({ text: 'hej', channelData });
  },

  'a stream begins with what was said before it': async (world) => {
    const chat = await greeted(world);
    const stream = await listen(chat.streamUrl);
    await send(world.url, chat, 'hej');
    await stream.until((activities) => textsOf(activities).includes('echo hej'));
    expect(textsOf(stream.activities())).toEqual(['welcome', 'hej', 'echo hej']);
  },

  'a poll brings only what is newer than its watermark': async (world) => {
    const chat = await greeted(world);
    const { watermark } = (await poll(world.url, chat)).body;
    await send(world.url, chat, 'hej');
    const { activities } = (await poll(world.url, chat, watermark)).body;
    expect(textsOf(activities)).toEqual(['hej', 'echo hej']);
  },

  'a reconnect goes on exactly behind its watermark': async (world) => {
    const chat = await greeted(world);
    await send(world.url, chat, 'three');
    const stream = await listen((await reconnect(world, chat, '?watermark=3')).body.streamUrl);
    await send(world.url, chat, 'hej');
    await stream.until((activities) => textsOf(activities).includes('echo hej'));
    expect(textsOf(stream.activities())).toEqual(['two', 'three', 'hej', 'echo hej']);
  },

  'an expired token is refused for a poll': async (world) => {
    const chat = await greeted(world);
    refusedAsExpired(
      await poll(world.url, { ...chat, token: await world.expiredToken(chat.token) }),
    );
  },

  'an expired token is refused for a message': async (world) => {
    const chat = await greeted(world);
    const token = await world.expiredToken(chat.token);
    refusedAsExpired(await send(world.url, { ...chat, token }, 'hej'));
  },

  'an expired token is refused for a refresh': async (world) => {
    const chat = await greeted(world);
    const token = await world.expiredToken(chat.token);
    refusedAsExpired(await call(world.url, 'POST', '/tokens/refresh', { token }));
  },

  'an expired token is refused for a reconnect': async (world) => {
    const chat = await greeted(world);
    const token = await world.expiredToken(chat.token);
    refusedAsExpired(await reconnect(world, { ...chat, token }, '?watermark=1'));
  },

  'the token of another conversation is refused': async (world) => {
    const chat = await greeted(world);
    const { token } = await greeted(world);
    expect((await poll(world.url, { ...chat, token })).status).toBe(403);
    expect((await send(world.url, { ...chat, token }, 'hej')).status).toBe(403);
    expect((await reconnect(world, { ...chat, token }, '')).status).toBe(403);
  },

  'a message comes from the user of its token, whatever it says': async (world) => {
    const chat = await greeted(world);
    await send(world.url, chat, { type: 'message', text: 'hej', from: { id: 'dl_victim' } });
    const { activities } = (await poll(world.url, chat)).body;
    expect(activities[1]?.from.id).toBe(userOf(chat.token));
  },

  'a page cannot name its user when it starts': async (world) => {
    const { token } = await generate(world.url);
    const body = { user: { id: 'dl_victim' } };
    const chat = (await call(world.url, 'POST', '/conversations', { token, body })).body;
    await send(world.url, chat, 'hej');
    const { activities } = (await poll(world.url, chat)).body;
    expect(activities.find(({ text }) => text === 'hej')?.from.id).toBe(userOf(token));
  },

  'a server with the secret can name its user when it starts': async (world) => {
    const body = { user: { id: 'reader-7' } };
    const chat = (await asServer(world, 'POST', '/conversations', { body })).body;
    const path = `/conversations/${chat.conversationId}/activities`;
    const message = { type: 'message', text: 'hej', from: { id: 'other' } };
    await asServer(world, 'POST', path, { body: message });
    expect(world.bot.heard.at(-1)?.chat.userId).toBe('reader-7');
  },

  'the bot hears Polish whatever language a start asks for': async (world) => {
    const { token } = await generate(world.url);
    const body = { user: {}, locale: 'en-US' };
    const chat = (await call(world.url, 'POST', '/conversations', { token, body })).body;
    await send(world.url, chat, 'hej');
    const locales = world.bot.heard.map(({ activity }) => activity.locale);
    expect(new Set(locales)).toEqual(new Set(['pl-PL']));
  },

  'a reader is greeted once, before the first message': async (world) => {
    const chat = await open(world.url);
    await send(world.url, chat, 'first');
    await send(world.url, chat, 'second');
    const texts = textsOf((await poll(world.url, chat)).body.activities);
    expect(texts.filter((text) => text === 'welcome')).toHaveLength(1);
    const heard = world.bot.heard.map(({ activity }) => activity.text ?? activity.type);
    expect(heard).toEqual(['conversationUpdate', 'conversationUpdate', 'first', 'second']);
  },

  'a second start answers 200 with the same conversation': async (world) => {
    const { token, conversationId } = await generate(world.url);
    const start = () => call(world.url, 'POST', '/conversations', { token, body: { user: {} } });
    const [first, second] = [await start(), await start()];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.conversationId).toBe(conversationId);
  },

  'a refresh brings another token': async (world) => {
    const { token } = await greeted(world);
    const { status, body } = await call(world.url, 'POST', '/tokens/refresh', { token });
    expect(status).toBe(200);
    expect(body.token).not.toBe(token);
  },

  'a new token comes without a stream': async (world) => {
    expect(await generate(world.url)).not.toHaveProperty('streamUrl');
  },

  'a stream opens once for a ticket': async (world) => {
    const chat = await greeted(world);
    await listen(chat.streamUrl);
    await expect(listen(chat.streamUrl)).rejects.toThrow('refused');
  },

  'a stream opens within a minute only': async (world) => {
    const chat = await greeted(world);
    world.server.time.advance(60_000);
    await expect(listen(chat.streamUrl)).rejects.toThrow('refused');
  },

  'a stream opens for no forged ticket': async (world) => {
    const chat = await greeted(world);
    const forged = chat.streamUrl.replace(/t=.*/, `t=${'A'.repeat(43)}`);
    await expect(listen(forged)).rejects.toThrow('refused');
  },

  'ids have seven digits and no gaps': async (world) => {
    const chat = await greeted(world);
    await send(world.url, chat, 'three');
    const { activities } = (await poll(world.url, chat)).body;
    expect(activities.map(({ id }) => id)).toEqual(
      [0, 1, 2, 3, 4].map((number) => `${chat.conversationId}|000000${number}`),
    );
  },

  'a reply names the message it answers': async (world) => {
    const chat = await greeted(world);
    const { body } = await send(world.url, chat, 'hej');
    const { activities } = (await poll(world.url, chat)).body;
    expect(activities.at(-1)).toMatchObject({ text: 'echo hej', replyToId: body.id });
  },

  'an upload is answered with 405': async (world) => {
    const { conversationId, token } = await greeted(world);
    const path = `/conversations/${conversationId}/upload`;
    expect((await call(world.url, 'POST', path, { token, body: {} })).status).toBe(405);
  },

  'a refusal has a code': async (world) => {
    const chat = await greeted(world);
    const { body } = await send(world.url, chat, { text: 'no type' });
    expect(body.error.code).toBe('MissingProperty');
  },
};

function userOf(token: string): string {
  const [, payload = ''] = token.split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { user: string }).user;
}
