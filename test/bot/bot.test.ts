import { MemoryStorage, type Activity, type TurnContext } from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { ChatState } from '../../src/bot/index.ts';
import { keyedQueue } from '../../src/keyedQueue.ts';
import type { Chat } from '../../src/signin/index.ts';
import { setChat } from '../../dialogs/index.ts';
import { openTalk } from '../support/conversation/talk.ts';
import { TalkAdapter } from '../support/conversation/talkAdapter.ts';

const chat: Chat = {
  ingress: 'directline',
  channelId: 'directline',
  conversationId: 'c',
  userId: 'u',
};
const message: Partial<Activity> = { type: 'message', text: 'hej' };

describe('a turn', () => {
  test('of five at once in one conversation, none loses the work of another', async () => {
    const storage = new MemoryStorage();
    const queue = keyedQueue();
    const counted = async (context: TurnContext): Promise<void> => {
      setChat(context, chat);
      const state = new ChatState(storage);
      const counter = state.createProperty<number>('counter');
      const before = await counter.get(context, 0);
      await new Promise((resolve) => setImmediate(resolve));
      await counter.set(context, before + 1);
      await state.saveChanges(context);
    };
    await Promise.all(
      Array.from({ length: 5 }, () =>
        new TalkAdapter().turn(message, chat, (context) =>
          queue.run('one', () => counted(context)),
        ),
      ),
    );
    const [stored] = Object.values(await storage.read([JSON.stringify(Object.values(chat))]));
    expect(stored).toMatchObject({ counter: 5 });
  });
});

describe('state', () => {
  test.each([
    ['another ingress', { ingress: 'botframework' }],
    ['another channel', { channelId: 'emulator' }],
    ['another conversation', { conversationId: 'd' }],
    ['another user', { userId: 'v' }],
  ] as const)('of a chat is invisible to %s', async (_case, difference) => {
    const storage = new MemoryStorage();
    const seen: (string | undefined)[] = [];
    const remember = (whose: Chat, value?: string) =>
      new TalkAdapter().turn(message, whose, async (context) => {
        setChat(context, whose);
        const state = new ChatState(storage);
        const property = state.createProperty<string | undefined>('secret');
        seen.push(await property.get(context));
        if (value) await property.set(context, value);
        await state.saveChanges(context);
      });
    await remember(chat, 'mine');
    await remember({ ...chat, ...difference });
    await remember(chat);
    expect(seen).toEqual([undefined, undefined, 'mine']);
  });
});

describe('a failing turn', () => {
  test('is told to the reader in plain Polish, and the next message starts afresh', async () => {
    const talk = await openTalk({
      now: '2026-11-24T10:00',
      channel: 'directline',
      codes: 5,
      unsureOf: {},
    });
    try {
      await talk.say('pobierz kod');
      talk.breakLedger();
      const failed = await talk.signIn('eligible');
      expect(failed.at(-1)?.id).toBe('root.failed');
      expect(failed.at(-1)?.text).not.toMatch(/Error|ledger/i);
      talk.mendLedger();
      expect((await talk.say('na ilu urządzeniach?')).map(({ id }) => id)).toContain('faq.devices');
      expect(await talk.openDialog()).toBe(null);
    } finally {
      await talk.close();
    }
  });
});
