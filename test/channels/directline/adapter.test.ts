import { INVOKE_RESPONSE_KEY, TurnContext, type Activity } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { echoBot } from '../../support/directLineBot.ts';
import {
  listen,
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
let failures: unknown[];

beforeEach(async () => {
  failures = [];
  const bot = echoBot({
    update: (context) => context.updateActivity({ id: '1', text: 'x' }).then(() => undefined),
    delete: (context) => context.deleteActivity('1'),
    delay: async (context) => {
      const delayed = context.sendActivities([
        { type: 'delay', value: 3000 },
        { type: 'message', text: 'later' },
      ]);
      server.time.advance(2999);
      await context.sendActivity('sooner');
      server.time.advance(1);
      await delayed;
    },
    invoke: async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
      const kept: unknown = context.turnState.get(INVOKE_RESPONSE_KEY);
      await context.sendActivity(kept === undefined ? 'kept nothing' : 'kept');
    },
  });
  server = await startDirectLine({ bot });
  chat = await open(server.url);
  await pollUntil(server.url, chat, (activities) => textsOf(activities).includes('welcome'));
});
afterEach(stopDirectLineServers);

const activities = async () => (await poll(server.url, chat)).body.activities;
const reader = () => server.bot.heard.at(-1)!.chat;

describe('what the bot sends', () => {
  test('resolves to one id for each activity, in order', async () => {
    await send(server.url, chat, 'three');
    expect(server.bot.sent).toEqual(
      ['0', '2', '3', '4'].map((number) => `${chat.conversationId}|000000${number}`),
    );
  });

  test('as a trace stays inside', async () => {
    await send(server.url, chat, 'trace');
    expect(textsOf(await activities())).toEqual(['welcome', 'trace', 'traced']);
  });

  test('after a delay comes after that delay', async () => {
    await send(server.url, chat, 'delay');
    expect(textsOf(await activities())).toEqual(['welcome', 'delay', 'sooner', 'later']);
  });

  test('as an invoke response is kept for whoever invoked', async () => {
    await send(server.url, chat, 'invoke');
    expect(textsOf(await activities())).toEqual(['welcome', 'invoke', 'kept']);
  });

  test.each(['update', 'delete'])('cannot %s an earlier activity', async (word) => {
    server.channel.adapter.onTurnError = async (_context, error) => {
      failures.push(error.message);
    };
    expect((await send(server.url, chat, word)).status).toBe(200);
    expect(failures).toEqual([`Direct Line cannot ${word} an activity. Send a new one.`]);
  });
});

test('a bot that fails apologises through onTurnError, and the message counts as sent', async () => {
  server.channel.adapter.onTurnError = async (context) => {
    await context.sendActivity('sorry');
  };
  expect((await send(server.url, chat, 'fail')).status).toBe(200);
  expect(textsOf(await activities())).toEqual(['welcome', 'fail', 'sorry']);
});

test('middleware of the adapter sees every turn', async () => {
  const seen: string[] = [];
  server.channel.adapter.use(async (context, next) => {
    seen.push(context.activity.type);
    await next();
  });
  await send(server.url, chat, 'hej');
  await server.channel.raise(reader(), 'signedIn');
  expect(seen).toEqual(['message', 'event']);
});

describe('an event of our own', () => {
  test('runs a turn of the chat, and its replies reach streams and polls', async () => {
    const stream = await listen(chat.streamUrl);
    await server.channel.raise(reader(), 'signedIn');
    await stream.until((shown) => textsOf(shown).includes('event signedIn'));
    expect((await activities()).at(-1)).not.toHaveProperty('replyToId');
    const heard = server.bot.heard.at(-1)!;
    expect(heard.activity).toMatchObject({ type: 'event', name: 'signedIn', locale: 'pl-PL' });
    expect(heard.activity.from.id).toBe(heard.chat.userId);
  });

  test('is shown to no client', async () => {
    await server.channel.raise(reader(), 'signedIn');
    expect(textsOf(await activities())).toEqual(['welcome', 'event signedIn']);
  });

  test.each([
    ['another reader', { userId: 'dl_other' }],
    ['a conversation nobody knows', { conversationId: 'unknown' }],
  ])('for %s does nothing', async (_whom, change) => {
    const heard = server.bot.heard.length;
    await server.channel.raise({ ...reader(), ...change }, 'signedIn');
    expect(server.bot.heard).toHaveLength(heard);
  });

  test('cannot be made one that clients may send', async () => {
    await expect(startDirectLine({ allowedEvents: ['signedIn'] })).rejects.toThrow('signedIn');
  });
});

describe('a conversation that the bot takes up again', () => {
  const reference = () => TurnContext.getConversationReference(server.bot.heard.at(-1)!.activity);

  test('hears what the bot says later, also as an answer to an earlier message', async () => {
    await send(server.url, chat, 'hej');
    await server.channel.adapter.continueConversation(reference(), async (context) => {
      await context.sendActivity('by the way');
    });
    const [, mine, , later] = await activities();
    expect(later).toMatchObject({ text: 'by the way', replyToId: mine?.id });
  });

  test('can be taken up with an app id or an identity, with and without audience', async () => {
    const { adapter } = server.channel;
    const say = (text: string) => async (context: TurnContext) => {
      await context.sendActivity(text);
    };
    await adapter.continueConversationAsync('app', reference(), say('a'));
    const identity = { claims: [] } as never;
    await adapter.continueConversationAsync(identity, reference(), 'audience', say('b'));
    expect(textsOf(await activities())).toEqual(['welcome', 'a', 'b']);
  });
});

test('a reply to a conversation that is gone is dropped quietly', async () => {
  const activity = { ...server.bot.heard.at(-1)!.activity } as Partial<Activity>;
  const reference = TurnContext.getConversationReference(activity);
  reference.conversation = { ...reference.conversation!, id: 'unknown' };
  await server.channel.adapter.continueConversation(reference, async (context) => {
    expect(await context.sendActivity('hello?')).toEqual({ id: '' });
  });
});
