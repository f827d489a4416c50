import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testPage } from '../../support/messenger/fakeGraph.ts';
import { startMessengerRig, type MessengerRig } from '../../support/messenger/messengerRig.ts';
import {
  eventOf,
  notice,
  postbackEvent,
  quickReplyEvent,
  signatureOf,
  textEvent,
} from '../../support/messenger/webhookSender.ts';

let rig: MessengerRig;

beforeEach(async () => {
  rig = await startMessengerRig({
    wordsOf: (payload) => (payload === 'v1:action.claim' ? 'Pobierz kod' : null),
  });
});

afterEach(() => rig.close());

const challenge = (token: string, text: string): Promise<Response> =>
  fetch(
    `${rig.url}?hub.mode=subscribe&hub.verify_token=${encodeURIComponent(token)}` +
      `&hub.challenge=${encodeURIComponent(text)}`,
  );

describe('the subscription', () => {
  test('is confirmed to whoever knows the verify token, with the challenge', async () => {
    const response = await challenge(testPage.verifyToken, '1158201444');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('1158201444');
    expect(response.headers.get('content-type')).toContain('text/plain');
  });

  test.each([
    ['another token', 'guess', '1158201444'],
    ['no token', '', '1158201444'],
    ['a script as challenge', testPage.verifyToken, '<script>alert(1)</script>'],
    ['an empty challenge', testPage.verifyToken, ''],
  ])('is refused for %s', async (_what, token, text) => {
    const response = await challenge(token, text);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('script');
  });
});

describe('the signature', () => {
  const body = (): string => JSON.stringify(notice([textEvent('reader', rig.now(), 'm1', 'hej')]));
  const hmac = (algorithm: string, text: string): string =>
    createHmac(algorithm, testPage.appSecret).update(text).digest('hex');

  test.each<[string, () => string | null]>([
    ['none', () => null],
    ['one of another secret', () => signatureOf(body(), 'f'.repeat(32))],
    ['one of SHA-1', () => `sha1=${hmac('sha1', body())}`],
    ['a short one', () => signatureOf(body()).slice(0, -2)],
    ['one in capitals', () => signatureOf(body()).toUpperCase().replace('SHA256', 'sha256')],
    ['one with a line after it', () => `${signatureOf(body())}0`],
    ['one of another body', () => signatureOf(`${body()} `)],
  ])('%s lets nothing in', async (_what, signature) => {
    expect((await rig.post(body(), signature())).status).toBe(401);
    await rig.channel.idle();
    expect(rig.heard).toEqual([]);
  });

  test('is checked over the bytes as Meta sent them, escapes included', async () => {
    const escaped = body().replace('hej', 'za\\u017c\\u00f3\\u0142\\u0107');
    expect((await rig.post(escaped)).status).toBe(200);
    await rig.channel.idle();
    expect(rig.graph.textsTo('reader')).toEqual(['echo: zażółć']);
  });

  test('does not help a body that is no notice', async () => {
    expect((await rig.post('not json')).status).toBe(400);
    expect((await rig.post('{}')).status).toBe(400);
    expect((await rig.post('{"object":"instagram","entry":[]}')).status).toBe(404);
    expect((await rig.post(`"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413);
  });
});

describe('an event', () => {
  test('reaches the bot as a message of the chat between the reader and the Page', async () => {
    await rig.deliver(textEvent('reader', rig.now(), 'm1', 'kiedy kody?'));
    await rig.channel.idle();
    expect(rig.heard).toMatchObject([
      {
        chat: {
          ingress: 'messenger',
          channelId: 'facebook',
          conversationId: `${testPage.pageId}:reader`,
          userId: 'reader',
        },
        activity: { type: 'message', id: 'm1', text: 'kiedy kody?', textFormat: 'plain' },
      },
    ]);
  });

  test('of a button says the words of the button, and carries its payload', async () => {
    await rig.deliver(
      postbackEvent('reader', rig.now(), 'p1', 'Odbierz', 'v1:action.claim'),
      quickReplyEvent('reader', rig.now(), 'm2', 'Testuj pobieranie k…', 'Testuj pobieranie kodu'),
      postbackEvent('reader', rig.now(), 'p3', 'Stary przycisk', 'v0:gone'),
    );
    await rig.channel.idle();
    expect(rig.heard.map(({ activity }) => [activity.text, activity.value])).toEqual([
      ['Pobierz kod', 'v1:action.claim'],
      ['Testuj pobieranie kodu', 'Testuj pobieranie kodu'],
      ['Stary przycisk', 'v0:gone'],
    ]);
  });

  test('of a reader who types a payload carries none', async () => {
    await rig.deliver(textEvent('reader', rig.now(), 'm1', 'v1:action.claim'));
    await rig.channel.idle();
    expect(rig.heard[0]?.activity).toMatchObject({ text: 'v1:action.claim' });
    expect(rig.heard[0]?.activity.value).toBeUndefined();
  });

  test('without text is an empty message with its kind', async () => {
    await rig.deliver(
      eventOf('reader', rig.now(), {
        message: { mid: 'm1', attachments: [{ type: 'image', payload: { url: 'https://x/' } }] },
      }),
      eventOf('reader', rig.now(), { message: { mid: 'm2', sticker_id: 369239263222822 } }),
    );
    await rig.channel.idle();
    expect(rig.heard.map(({ activity }) => [activity.text, activity.attachments])).toEqual([
      ['', [{ contentType: 'image' }]],
      ['', [{ contentType: 'file' }]],
    ]);
  });

  test('about how the reader came is told under a name that is none of ours', async () => {
    await rig.deliver(
      eventOf('reader', rig.now(), { referral: { ref: 'signedIn', source: 'SHORTLINK' } }),
      eventOf('reader', rig.now() + 1, { optin: { ref: 'drawn' } }),
    );
    await rig.channel.idle();
    expect(rig.heard.map(({ activity }) => [activity.type, activity.name])).toEqual([
      ['event', 'messenger.referral'],
      ['event', 'messenger.optin'],
    ]);
  });

  test('may have its numbers as texts', async () => {
    const event = { ...textEvent('reader', 0, 'm1', 'hej'), timestamp: String(rig.now()) };
    expect((await rig.deliver(event)).status).toBe(200);
    await rig.channel.idle();
    expect(rig.heard).toHaveLength(1);
  });

  test('of a shape nobody knows is dropped and counted, and those beside it are answered', async () => {
    const { status } = await rig.deliver(
      { sender: 'nobody' },
      textEvent('reader', rig.now(), 'm1', 'hej'),
      eventOf('reader', rig.now(), { message: { text: 'without an id' } }),
    );
    expect(status).toBe(200);
    await rig.channel.idle();
    expect(rig.heard).toHaveLength(1);
    expect(rig.written()).toContain('"event":"messenger.unreadable"');
    expect(rig.written()).not.toContain('without an id');
  });

  test.each<[string, () => object]>([
    ['an echo', () => eventOf('reader', 1, { message: { mid: 'e', text: 'x', is_echo: true } })],
    [
      'what the Page itself wrote',
      () => eventOf(testPage.pageId, 1, { message: { mid: 'e', text: 'x' } }),
    ],
    ['a receipt', () => eventOf('reader', 1, { read: { watermark: 1 } })],
    ['a delivery', () => eventOf('reader', 1, { delivery: { mids: ['m'], watermark: 1 } })],
    ['a reaction', () => eventOf('reader', 1, { reaction: { mid: 'm', action: 'react' } })],
    ['an edit', () => eventOf('reader', 1, { message_edit: { mid: 'm', text: 'x', num_edit: 1 } })],
    ['an account link', () => eventOf('reader', 1, { account_linking: { status: 'linked' } })],
    [
      'an event for another recipient',
      () => ({ ...textEvent('reader', 1, 'm', 'x'), recipient: { id: '999' } }),
    ],
  ])('%s is dropped', async (_what, event) => {
    expect((await rig.deliver(event())).status).toBe(200);
    await rig.channel.idle();
    expect(rig.heard).toEqual([]);
  });

  test('of another Page, or while another app has the thread, is dropped', async () => {
    const events = [textEvent('reader', rig.now(), 'm1', 'hej')];
    await rig.post(JSON.stringify(notice(events, '999')));
    await rig.post(
      JSON.stringify({ object: 'page', entry: [{ id: testPage.pageId, standby: events }] }),
    );
    await rig.channel.idle();
    expect(rig.heard).toEqual([]);
  });
});
