import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  call,
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
  server = await startDirectLine({ allowedEvents: ['page'] });
  chat = await open(server.url);
  await pollUntil(server.url, chat, (activities) => textsOf(activities).includes('welcome'));
});
afterEach(stopDirectLineServers);

const post = (activity: string | object) => send(server.url, chat, activity);
const activities = async (watermark?: string) =>
  (await poll(server.url, chat, watermark)).body.activities;
const heardLast = () => server.bot.heard.at(-1)?.activity;

describe('a message', () => {
  test('is answered with its id after the bot has answered', async () => {
    const answer = await post('hej');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ id: `${chat.conversationId}|0000001` });
    expect(textsOf(await activities())).toEqual(['welcome', 'hej', 'echo hej']);
  });

  test('and its replies have seven-digit ids without gaps, from 0000000', async () => {
    await post('three');
    await post('hej');
    const ids = (await activities()).map(({ id }) => id);
    expect(ids).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((number) => `${chat.conversationId}|000000${number}`),
    );
  });

  test('is named by replyToId in every reply, and the greeting names nothing', async () => {
    await post('three');
    const [welcome, mine, ...replies] = await activities();
    expect(welcome).not.toHaveProperty('replyToId');
    expect(mine).not.toHaveProperty('replyToId');
    expect(replies.map(({ replyToId }) => replyToId)).toEqual([mine?.id, mine?.id, mine?.id]);
  });

  test('is shown before the bot has answered, and to other clients too', async () => {
    const answered = post('wait');
    await server.bot.waiting();
    expect(textsOf(await activities())).toEqual(['welcome', 'wait']);
    server.bot.release();
    await answered;
    expect(textsOf(await activities())).toEqual(['welcome', 'wait', 'waited']);
  });

  test('is answered in time even when the bot is slow, and the reply comes later', async () => {
    const answered = post('wait');
    await server.bot.waiting();
    server.time.advance(14_000);
    expect((await answered).status).toBe(200);
    server.bot.release();
    await pollUntil(server.url, chat, (shown) => textsOf(shown).includes('waited'));
  });

  test('keeps clientActivityID and postBack and loses the rest of its channelData', async () => {
    const channelData = { clientActivityID: 'c1', postBack: true, attachmentSizes: [], evil: 1 };
    await post({ type: 'message', text: 'hej', channelData });
    const kept = { clientActivityID: 'c1', postBack: true };
    expect((await activities())[1]?.channelData).toEqual(kept);
    expect(heardLast()?.channelData).toEqual(kept);
  });

  test('of Web Chat is taken as it comes: empty attachments, entities, foreign locale', async () => {
    const answer = await post({
      attachments: [],
      channelData: { attachmentSizes: [], clientActivityID: '69m716uug0s' },
      text: 'tekst',
      textFormat: 'markdown',
      type: 'message',
      channelId: 'webchat',
      from: { id: 'somebody', name: 'Somebody', role: 'bot' },
      recipient: { id: 'x' },
      conversation: { id: 'other' },
      serviceUrl: 'http://169.254.169.254/',
      locale: 'en-US',
      timestamp: '1999-01-01T00:00:00Z',
      entities: [{ supportsTts: true, type: 'ClientCapabilities' }],
      deliveryMode: 'expectReplies',
    });
    expect(answer.status).toBe(200);
    const { chat: heardIn } = server.bot.heard.at(-1)!;
    expect(JSON.parse(JSON.stringify(heardLast()))).toEqual({
      type: 'message',
      id: answer.body.id,
      text: 'tekst',
      textFormat: 'plain',
      channelData: { clientActivityID: '69m716uug0s' },
      channelId: 'directline',
      serviceUrl: 'urn:legimi-chatbot:directline',
      locale: 'pl-PL',
      timestamp: server.time.clock().toISOString(),
      conversation: { id: chat.conversationId },
      from: { id: heardIn.userId, name: '', role: 'user' },
      recipient: { id: 'legimi', name: 'Asystent', role: 'bot' },
    });
    expect((await activities())[1]).toEqual({
      type: 'message',
      id: answer.body.id,
      text: 'tekst',
      textFormat: 'plain',
      channelData: { clientActivityID: '69m716uug0s' },
      channelId: 'directline',
      locale: 'pl-PL',
      timestamp: server.time.clock().toISOString(),
      conversation: { id: chat.conversationId },
      from: { id: heardIn.userId, name: '', role: 'user' },
    });
  });

  test('may be a button whose value is an object, without text', async () => {
    const channelData = { postBack: true, clientActivityID: 'kf8' };
    const answer = await post({ type: 'message', value: { a: [1] }, channelData });
    expect(answer.status).toBe(200);
    expect(heardLast()).toMatchObject({ value: { a: [1] } });
    expect(heardLast()).not.toHaveProperty('text');
  });

  test('may write the keys of its body in any case', async () => {
    const answer = await post({
      TYPE: 'message',
      Text: 'hej',
      ChannelData: { CLIENTACTIVITYID: 'x' },
    });
    expect(answer.status).toBe(200);
    expect(heardLast()).toMatchObject({ text: 'hej', channelData: { clientActivityID: 'x' } });
  });

  test('comes from the chat that our own code names, whatever the client says', async () => {
    await post({ type: 'message', text: 'hej', from: { id: 'dl_other' } });
    const heard = server.bot.heard.at(-1)!;
    expect(heard.chat).toEqual({
      ingress: 'directline',
      channelId: 'directline',
      conversationId: chat.conversationId,
      userId: heard.activity.from.id,
    });
    expect(heard.chat.userId).toMatch(/^dl_[\w-]{22}$/);
  });

  test.each([
    ['of four thousand characters is taken as it is', 'ż'.repeat(4000), 'ż'.repeat(4000)],
    ['that is longer is cut where the bot sees that it was', 'ż'.repeat(9000), 'ż'.repeat(4001)],
    ['is never cut through an emoji', `${'ż'.repeat(4000)}😀`, `${'ż'.repeat(4000)}…`],
  ])('%s', async (_name, sent, heard) => {
    expect((await post(sent)).status).toBe(200);
    expect(heardLast()?.text).toBe(heard);
    expect((await activities()).map(({ text }) => text)).toContain(heard);
  });
});

describe('other activities', () => {
  test('an allowed event reaches the bot and another is refused', async () => {
    expect((await post({ type: 'event', name: 'page', value: 7 })).status).toBe(200);
    expect(heardLast()).toMatchObject({ type: 'event', name: 'page', value: 7 });
    const refused = await post({ type: 'event', name: 'signedIn' });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'BadArgument']);
  });

  test('typing is taken but neither numbered nor replayed', async () => {
    expect((await post({ type: 'typing' })).status).toBe(200);
    expect(heardLast()?.type).toBe('typing');
    expect((await post('hej')).body.id).toMatch(/\|0000001$/);
    expect((await activities()).map(({ type }) => type)).not.toContain('typing');
  });

  test.each(['conversationUpdate', 'trace', 'invoke', 'endOfConversation', 'handoff'])(
    'of type %s are refused',
    async (type) => {
      const answer = await post({ type });
      expect([answer.status, answer.body.error.code]).toEqual([400, 'BadArgument']);
    },
  );
});

describe('polling', () => {
  test('brings what is newer than the watermark, which is text', async () => {
    const first = (await poll(server.url, chat)).body;
    expect(first.watermark).toBe('1');
    await post('hej');
    const second = (await poll(server.url, chat, first.watermark)).body;
    expect(textsOf(second.activities)).toEqual(['hej', 'echo hej']);
    expect(second.watermark).toBe('3');
    expect((await poll(server.url, chat, '3')).body).toEqual({ activities: [], watermark: '3' });
  });

  test('with an empty watermark begins at the start', async () => {
    expect(textsOf(await activities(''))).toEqual(['welcome']);
  });

  test('with a watermark we never gave out brings nothing and the true one', async () => {
    expect((await poll(server.url, chat, '900')).body).toEqual({ activities: [], watermark: '1' });
  });

  test('tells every reply of the bot as it was said, from the bot', async () => {
    await post('hej');
    expect((await activities())[2]).toEqual({
      type: 'message',
      id: `${chat.conversationId}|0000002`,
      text: 'echo hej',
      inputHint: 'acceptingInput',
      channelId: 'directline',
      locale: 'pl-PL',
      timestamp: server.time.clock().toISOString(),
      conversation: { id: chat.conversationId },
      from: { id: 'legimi', name: 'Asystent', role: 'bot' },
      replyToId: `${chat.conversationId}|0000001`,
    });
  });

  test('answers an empty set, not an error, while the store fails', async () => {
    const fresh = await startDirectLine({ store: server.store });
    server.store.isBroken = true;
    const answer = await poll(fresh.url, chat, '1');
    expect([answer.status, answer.body]).toEqual([200, { activities: [], watermark: '1' }]);
  });
});

test('a turn that fails for good answers 502 and the chat goes on', async () => {
  const failed = await post('fail');
  expect([failed.status, failed.body.error.code]).toEqual([502, 'BotError']);
  expect((await post('hej')).status).toBe(200);
});

test('upload is refused with 405, because 403 would end the chat', async () => {
  const answer = await call(
    server.url,
    'POST',
    `/conversations/${chat.conversationId}/upload?userId=x`,
    { token: chat.token, rawBody: 'file', headers: { 'content-type': 'multipart/form-data' } },
  );
  expect([answer.status, answer.body.error.code]).toEqual([405, 'NotSupported']);
});
