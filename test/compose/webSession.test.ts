import type { Activity } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageEvents, webSessionTurns } from '../../src/compose/webSession.ts';
import type { Chat } from '../../src/signin/index.ts';
import { kowalska } from '../signin/support/testLibrary.ts';
import { minute, startSignIn, webChat, type TestSignIn } from '../signin/support/testSignIn.ts';
import { TalkAdapter } from '../support/conversation/talkAdapter.ts';

let desk: TestSignIn;
let turns: ReturnType<typeof webSessionTurns>;
/** What reached the bot. */
let heard: Partial<Activity>[];
let told: Chat[];
let ended: Chat[];

/** What sign-in rejects with while its records cannot be read. */
const away = new Error('away');

beforeEach(async () => {
  desk = await startSignIn();
  heard = [];
  told = [];
  ended = [];
  turns = webSessionTurns({
    signIn: desk.signIn,
    clock: desk.clock,
    runTurn: async (context) => {
      heard.push(context.activity);
      const code = { plain: 'WXYZ7K3M9QPR', grouped: 'WXYZ 7K3M 9QPR' };
      const isAsked = context.activity.text === 'kod';
      await context.sendActivity({ type: 'message', ...(isAsked && { channelData: { code } }) });
    },
    isStoreAway: (error) => error === away,
    tellOver: (chat) => Promise.resolve(void told.push(chat)),
    endChat: (chat) => Promise.resolve(void ended.push(chat)),
  });
});
afterEach(() => desk.close());

async function signIn(isLibraryComputer = false): Promise<void> {
  const browser = desk.newBrowser();
  await desk.openChat(browser, webChat, isLibraryComputer);
  await browser.open(await desk.link());
  await browser.signIn(kowalska);
  await send({ type: 'event', name: 'signedIn' });
}

/** What the page hears of the session in the answer to an activity; undefined when nothing. */
async function send(activity: Partial<Activity>): Promise<unknown> {
  const replies = await new TalkAdapter().turn(activity, webChat, (context) =>
    turns(context, webChat),
  );
  return replies.find(({ name }) => name === 'sessionEnds')?.value;
}

const say = (text: string): Promise<unknown> => send({ type: 'message', text });
const ask = (name: (typeof pageEvents)[number]): Promise<unknown> => send({ type: 'event', name });
const inMinutes = (minutes: number): string =>
  new Date(desk.clock().getTime() + minutes * minute).toISOString();

describe('the page of a signed-in reader', () => {
  test('hears after the sign-in and after every message when silence would end the session', async () => {
    await signIn();
    desk.pass(10 * minute);
    expect(await say('kiedy kody?')).toEqual({
      endsAt: inMinutes(15),
      reason: 'idle',
      closes: false,
      isPutOff: true,
    });
  });

  test('may ask without putting the end off, and may put it off', async () => {
    await signIn();
    const end = { endsAt: inMinutes(15), reason: 'idle', closes: false };
    desk.pass(14 * minute);
    expect(await ask('session')).toEqual({ ...end, isPutOff: false });
    expect(await ask('stay')).toEqual({ ...end, endsAt: inMinutes(15), isPutOff: true });
  });

  test('hears when staying no longer helps', async () => {
    await signIn();
    for (let passed = 0; passed < 50; passed += 10) {
      desk.pass(10 * minute);
      await ask('stay');
    }
    expect(await ask('stay')).toMatchObject({ endsAt: inMinutes(10), reason: 'final' });
  });

  test('hears of the end once, however many windows ask, and so does the reader', async () => {
    await signIn();
    desk.pass(15 * minute);
    expect(await Promise.all([ask('session'), ask('session'), say('kiedy?')])).toEqual([
      null,
      null,
      undefined,
    ]);
    expect(told).toEqual([webChat]);
    expect(ended).toEqual([]);
    expect(await ask('session')).toBeNull();
    expect(told).toHaveLength(1);
  });

  test('can sign the reader out and end the conversation', async () => {
    await signIn();
    await ask('leave');
    expect(await desk.signIn.sessionStateOf(webChat)).toEqual({ state: 'none' });
    expect(ended).toEqual([webChat]);
  });
});

describe('on a computer of the library', () => {
  test('the end comes a minute after a code was shown, unless more time is asked for', async () => {
    await signIn(true);
    const end = { closes: true, isPutOff: true };
    expect(await say('kod')).toEqual({ ...end, endsAt: inMinutes(1), reason: 'codeShown' });
    desk.pass(minute / 2);
    expect(await ask('stay')).toEqual({ ...end, endsAt: inMinutes(3), reason: 'idle' });
  });

  test('the end of the session ends the conversation', async () => {
    await signIn(true);
    desk.pass(3 * minute);
    expect(await say('kod')).toBeUndefined();
    expect(ended).toEqual([webChat]);
    expect(told).toEqual([]);
    expect(heard.map(({ text }) => text)).not.toContain('kod');
  });
});

describe('while nobody can tell whether a session lives', () => {
  const goAway = (): void => {
    const gone = () => Promise.reject(away);
    Object.assign(desk.signIn, { readerOf: gone, sessionStateOf: gone, signOut: gone });
  };

  test('the bot is asked all the same, and the page hears of no end', async () => {
    await signIn();
    goAway();
    expect(await say('kiedy?')).toBeUndefined();
    expect(await ask('session')).toBeUndefined();
    expect(heard.at(-1)).toMatchObject({ text: 'kiedy?' });
    expect([told, ended]).toEqual([[], []]);
  });

  test('whoever leaves has the conversation ended', async () => {
    await signIn(true);
    goAway();
    await ask('leave');
    expect(ended).toEqual([webChat]);
  });

  test('any other failure is no excuse', async () => {
    await signIn();
    desk.signIn.readerOf = () => Promise.reject(new Error('broken'));
    await expect(say('kiedy?')).rejects.toThrow('broken');
  });
});

describe('everybody else', () => {
  test('hears nothing of sessions, and nothing is looked up for them', async () => {
    let looks = 0;
    const { sessionStateOf } = desk.signIn;
    desk.signIn.sessionStateOf = (chat) => {
      looks += 1;
      return sessionStateOf(chat);
    };
    expect(await say('kod')).toBeUndefined();
    expect(looks).toBe(0);
    expect(await ask('session')).toBeNull();
    expect(looks).toBe(1);
  });

  test('reaches the bot with messages, but not with events of the page', async () => {
    for (const name of pageEvents) await ask(name);
    await say('kiedy?');
    expect(heard.map(({ text }) => text)).toEqual(['kiedy?']);
  });
});
