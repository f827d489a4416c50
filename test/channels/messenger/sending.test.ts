import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunTurn } from '../../../src/channels/channel.ts';
import { createGraphApi } from '../../../src/channels/messenger/graphApi.ts';
import { startFakeGraph, testPage, type FakeGraph } from '../../support/messenger/fakeGraph.ts';
import { startMessengerRig, type MessengerRig } from '../../support/messenger/messengerRig.ts';
import { textEvent } from '../../support/messenger/webhookSender.ts';

const now = new Date('2026-12-10T08:00:00Z');
const hello = { message: { text: 'hej' } } as const;
const hour = 3_600_000;

describe('the Send API', () => {
  let graph: FakeGraph;
  let pauses: number[];

  beforeEach(async () => {
    graph = await startFakeGraph(() => now);
    graph.hear('reader', now.getTime());
    pauses = [];
  });
  afterEach(() => graph.close());

  const api = (more: object = {}) =>
    createGraphApi({
      page: testPage,
      graphUrl: graph.url,
      timeoutMs: 300,
      pause: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)),
      ...more,
    });

  test('takes a message with the token, its proof and the type of an answer', async () => {
    expect(await api().send('reader', hello)).toBe('m_1');
    expect(graph.sent).toEqual([
      { recipient: { id: 'reader' }, messaging_type: 'RESPONSE', message: { text: 'hej' } },
    ]);
  });

  test.each<[string, number, number | undefined, number | undefined]>([
    ['MESSENGER_WINDOW', 400, 10, 2018278],
    ['MESSENGER_WINDOW', 400, 10, 2534022],
    ['MESSENGER_RESTRICTED', 400, 10, 1893063],
    ['MESSENGER_UNREACHABLE', 400, 551, 1545041],
    ['MESSENGER_TOKEN', 401, 190, 460],
    ['MESSENGER_PERMISSION', 403, 200, undefined],
    ['MESSENGER_PERMANENT', 400, 100, 2018001],
    ['MESSENGER_PERMANENT', 400, 10, undefined],
    ['MESSENGER_PERMANENT', 404, undefined, undefined],
  ])('is not asked again after %s (%i, %i, %i)', async (code, status, graphCode, subcode) => {
    graph.behave({
      kind: 'refuses',
      status,
      ...(graphCode === undefined ? {} : { code: graphCode }),
      ...(subcode === undefined ? {} : { subcode }),
    });
    await expect(api().send('reader', hello)).rejects.toMatchObject({ code });
    expect(graph.count()).toBe(1);
  });

  test.each([
    [400, 4],
    [400, 32],
    [400, 613],
    [400, 80006],
    [500, 1],
    [500, 2],
    [400, 1200],
    [503, undefined],
  ])('is asked again, later and later, after %i with code %i', async (status, code) => {
    const trouble = { kind: 'refuses', status, ...(code === undefined ? {} : { code }) } as const;
    graph.behave(trouble, trouble);
    expect(await api().send('reader', hello)).toBe('m_1');
    expect(pauses).toHaveLength(2);
    expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0);
  });

  test('is asked four times at most', async () => {
    graph.behave(
      ...Array.from({ length: 9 }, () => ({ kind: 'refuses', status: 400, code: 613 }) as const),
    );
    await expect(api().send('reader', hello)).rejects.toMatchObject({ code: 'MESSENGER_RATE' });
    expect(graph.count()).toBe(4);
  });

  test('is asked again when the connection ends or nothing comes', async () => {
    graph.behave({ kind: 'drops' }, { kind: 'hangs' });
    expect(await api().send('reader', hello)).toBe('m_1');
    expect(graph.count()).toBe(3);
  });

  test('is not followed to another place, which would get the token', async () => {
    const elsewhere = await startFakeGraph(() => now);
    const redirect = { kind: 'redirects', to: `${elsewhere.url}/v26.0/` } as const;
    graph.behave(redirect, redirect, redirect, redirect);
    await expect(api().send('reader', hello)).rejects.toMatchObject({
      code: 'MESSENGER_TRANSIENT',
    });
    expect(elsewhere.count()).toBe(0);
    await elsewhere.close();
  });

  test('refuses a message without the proof, so the proof is really made', async () => {
    const page = { ...testPage, appSecret: 'f'.repeat(32) };
    await expect(api({ page }).send('reader', hello)).rejects.toMatchObject({
      code: 'MESSENGER_PERMANENT',
    });
  });
});

describe('a turn', () => {
  let rig: MessengerRig;
  afterEach(() => rig.close());

  const threeMessages: RunTurn = async (context) => {
    await context.sendActivity({ type: 'typing' });
    for (const text of ['jeden', 'dwa', 'trzy']) await context.sendActivity(text);
  };

  test('sends what the bot says in its order', async () => {
    rig = await startMessengerRig({ runTurn: threeMessages });
    await rig.deliver(textEvent('reader', rig.now(), 'm1', 'hej'));
    await rig.channel.idle();
    expect(rig.graph.sent[0]).toMatchObject({ sender_action: 'typing_on' });
    expect(rig.graph.textsTo('reader')).toEqual(['jeden', 'dwa', 'trzy']);
  });

  test('sends nothing more after a message that was not taken, and the next turn is answered', async () => {
    rig = await startMessengerRig({
      async runTurn(context) {
        for (const text of ['jeden', 'dwa'])
          await context.sendActivity(text).catch(() => undefined);
      },
    });
    rig.graph.behave({ kind: 'refuses', status: 400, code: 551, subcode: 1545041 });
    await rig.deliver(
      textEvent('reader', rig.now(), 'm1', 'a'),
      textEvent('reader', rig.now() + 1, 'm2', 'b'),
    );
    await rig.channel.idle();
    expect(rig.graph.textsTo('reader')).toEqual(['jeden', 'dwa']);
    expect(rig.written()).toContain('"code":"MESSENGER_UNREACHABLE"');
  });

  test.each([
    ['MESSENGER_TOKEN', 401, 190],
    ['MESSENGER_PERMISSION', 403, 200],
  ])('that fails with %s rings the operator', async (code, status, graphCode) => {
    rig = await startMessengerRig();
    rig.graph.behave({ kind: 'refuses', status, code: graphCode });
    await rig.deliver(textEvent('reader', rig.now(), 'm1', 'tajne słowa'));
    await rig.channel.idle();
    expect(rig.written()).toMatch(new RegExp(`"event":"messenger.alarm","code":"${code}"`));
    expect(rig.written()).not.toMatch(/tajne|EAAPage|0123456789abcdef/);
  });

  test('of our own reaches the reader within 24 hours after the last message, and not later', async () => {
    rig = await startMessengerRig({
      async runTurn(context) {
        if (context.activity.type === 'event')
          await context.sendActivity(String(context.activity.name));
      },
    });
    await rig.deliver(textEvent('reader', rig.now(), 'm1', 'hej'));
    await rig.channel.idle();
    const chat = rig.heard[0]?.chat;
    if (!chat) throw new Error('The message did not reach the bot.');

    rig.pass(24 * hour - 1);
    await rig.channel.raise(chat, 'signedIn');
    expect(rig.graph.textsTo('reader')).toEqual(['signedIn']);
    const asked = rig.graph.count();

    rig.pass(1);
    await rig.channel.raise(chat, 'signedOut');
    expect(rig.graph.count()).toBe(asked);
    expect(rig.written()).toContain('messenger.windowOver');
    await rig.channel.raise({ ...chat, userId: 'stranger' }, 'signedIn');
    expect(rig.graph.count()).toBe(asked);
  });
});
