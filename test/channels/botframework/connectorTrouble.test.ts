import { afterEach, describe, expect, test } from 'vitest';
import { emulator } from './captured.ts';
import { startRig, type Rig, type RigOptions } from './rig.ts';

let rig: Rig;

afterEach(() => rig.close());

async function start(options: RigOptions = {}): Promise<string> {
  rig = await startRig({ connectorTimeoutMs: 1_000, ...options });
  return rig.connector.serviceUrl;
}

const inConversation = (id: string, serviceUrl: string, text = 'hej') => ({
  ...emulator.message(serviceUrl, text),
  conversation: { id },
});

describe('a connector', () => {
  test('may take a reply without a body', async () => {
    const serviceUrl = await start({ connectorTimeoutMs: 10_000 });
    rig.connector.behave('saysNothing');
    expect((await rig.post(emulator.message(serviceUrl))).status).toBe(200);
    expect(rig.connector.texts()).toEqual(['echo: hej']);
    expect(rig.written()).not.toContain('turnFailed');
  });

  test.each(['fails', 'hangs'] as const)(
    'that %s ends the turn within its time, is logged and leaves the next turn alone',
    async (manner) => {
      const serviceUrl = await start();
      rig.connector.behave(manner);
      expect((await rig.post(emulator.message(serviceUrl, 'first'))).status).toBe(200);
      expect(rig.written()).toContain('botframework.turnFailed');
      expect(rig.written()).not.toContain('first');
      rig.connector.behave('accepts');
      await rig.post(emulator.message(serviceUrl, 'second'));
      expect(rig.connector.texts().at(-1)).toBe('echo: second');
    },
  );

  test('that refuses connections ends the turn within its time', async () => {
    const serviceUrl = await start();
    await rig.connector.close();
    expect((await rig.post(emulator.message(serviceUrl))).status).toBe(200);
    expect(rig.written()).toContain('botframework.turnFailed');
  });

  test('that hangs in one conversation does not hold up another', async () => {
    const serviceUrl = await start({ connectorTimeoutMs: 25_000 });
    rig.connector.behave('hangs', 'slow');
    const order: string[] = [];
    const slow = rig.post(inConversation('slow', serviceUrl)).then(() => order.push('slow'));
    await expect.poll(() => rig.connector.requests.length).toBe(1);
    for (const id of ['a', 'b', 'c']) {
      expect((await rig.post(inConversation(id, serviceUrl))).status).toBe(200);
      order.push(id);
    }
    expect(order).toEqual(['a', 'b', 'c']);
    rig.connector.release();
    await slow;
    expect(order.at(-1)).toBe('slow');
  });

  test('that failed once in a turn is not tried again in it', async () => {
    let apology: unknown;
    const serviceUrl = await start({
      async runTurn(context) {
        try {
          await context.sendActivity('first');
        } catch {
          await context.sendActivity('sorry').catch((error: unknown) => (apology = error));
        }
      },
    });
    rig.connector.behave('hangs');
    expect((await rig.post(emulator.message(serviceUrl))).status).toBe(200);
    expect(apology).toMatchObject({ code: 'SEND_SKIPPED' });
    expect(rig.connector.texts()).toEqual(['first']);
  });
});

describe('an error in the bot', () => {
  test('is logged without its message and shown to the Emulator as a trace', async () => {
    const serviceUrl = await start({
      runTurn: () => Promise.reject(new RangeError('karta 1234567')),
    });
    const answer = await rig.post(emulator.message(serviceUrl));
    expect(answer).toEqual({ status: 200, text: '' });
    expect(rig.connector.requests).toHaveLength(1);
    const [request] = rig.connector.requests;
    expect(request?.activity).toMatchObject({
      type: 'trace',
      name: 'OnTurnError Trace',
      label: 'TurnError',
      valueType: 'https://www.botframework.com/schemas/error',
      value: expect.stringContaining('RangeError'),
    });
    expect(JSON.stringify(rig.connector.requests) + rig.written()).not.toContain('1234567');
  });

  test('in a raised event is logged and does not reach the caller', async () => {
    let isBroken = false;
    const serviceUrl = await start({
      runTurn: async () => {
        if (isBroken) throw new Error('broken');
      },
    });
    await rig.post(emulator.message(serviceUrl));
    isBroken = true;
    await rig.channel.raise(rig.heard[0]!.chat, 'signedOut');
    expect(rig.written()).toContain('botframework.turnFailed');
  });
});

describe('the Bot Inspector', () => {
  const inspector = (serviceUrl: string, text: string) => ({
    ...inConversation('inspector|livechat', serviceUrl, text),
    from: { id: 'staff' },
  });
  const commandOf = (): string =>
    String(
      rig.connector.requests.find(({ activity }) => activity.name === 'Command')?.activity.value,
    );
  const traces = (): (string | undefined)[] =>
    rig.connector.requests
      .filter(({ path }) => path.includes('inspector'))
      .map(({ activity }) => activity.name);

  async function attach(serviceUrl: string): Promise<void> {
    await rig.post(inspector(serviceUrl, '/INSPECT open'));
    await rig.post(emulator.message(serviceUrl, commandOf()));
  }

  test('shows what the bot hears and says once it is attached', async () => {
    const serviceUrl = await start({ connectorTimeoutMs: 10_000 });
    await attach(serviceUrl);
    await rig.post(emulator.message(serviceUrl));
    expect(traces()).toEqual(['Command', 'ReceivedActivity', 'SentActivity', 'BotState']);
    expect(rig.connector.texts().at(-1)).toBe('echo: hej');
    expect(rig.heard).toHaveLength(1);
  });

  test('that hangs is detached, and the bot goes on', async () => {
    const serviceUrl = await start();
    await attach(serviceUrl);
    rig.connector.behave('hangs', 'inspector|livechat');
    await rig.post(emulator.message(serviceUrl, 'one'));
    await rig.post(emulator.message(serviceUrl, 'two'));
    expect(rig.connector.texts().slice(-2)).toEqual(['echo: one', 'echo: two']);
    expect(traces().filter((name) => name === 'ReceivedActivity')).toHaveLength(1);
  });
});
