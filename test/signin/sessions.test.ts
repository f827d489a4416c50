import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardNumber } from '../../src/library/index.ts';
import { openSignIn, type Chat } from '../../src/signin/index.ts';
import { openKeyedRecords } from '../../src/storage/index.ts';
import { codeOn } from './support/testBrowser.ts';
import { kowalska, mallory } from './support/testLibrary.ts';
import {
  chat,
  emulatorChat,
  messengerChat,
  minute,
  startSignIn,
  webChat,
} from './support/testSignIn.ts';
import type { TestSignIn } from './support/testSignIn.ts';

describe('a session', () => {
  let test: TestSignIn;

  beforeEach(async () => {
    test = await startSignIn();
  });
  afterEach(() => test.close());

  async function signInWeb(
    of: Chat = webChat,
    at: { isLibraryComputer?: boolean; address?: string; reader?: typeof kowalska } = {},
  ): Promise<void> {
    const browser = test.newBrowser(at.address);
    await test.openChat(browser, of, at.isLibraryComputer);
    await browser.open(await test.link(of));
    await browser.signIn(at.reader ?? kowalska);
  }

  async function signInByCode(of: Chat): Promise<void> {
    const browser = test.newBrowser();
    await browser.open(await test.link(of));
    await test.signIn.submitCode(of, codeOn((await browser.signIn(kowalska)).html) ?? '');
  }

  const isSignedIn = async (of: Chat = webChat) => (await test.signIn.readerOf(of)) !== null;

  it('ends fifteen minutes after the last word', async () => {
    await signInWeb();
    test.pass(15 * minute - 1);
    expect(await isSignedIn()).toBe(true);
    test.pass(15 * minute - 1);
    expect(await isSignedIn()).toBe(true);
    test.pass(15 * minute);
    expect(await isSignedIn()).toBe(false);
  });

  it('ends after an hour, however much is said', async () => {
    await signInWeb();
    for (let passed = 0; passed < 60; passed += 10) {
      expect(await isSignedIn()).toBe(true);
      test.pass(10 * minute);
    }
    expect(await isSignedIn()).toBe(false);
  });

  it.each([{ isLibraryComputer: true }, { address: '10.1.2.3' }])(
    'ends after three idle or fifteen minutes on a computer of the library: %o',
    async (at) => {
      await signInWeb(webChat, at);
      expect(await test.signIn.sessionStateOf(webChat)).toMatchObject({ kind: 'libraryComputer' });
      for (let passed = 0; passed < 15; passed += 2.5) {
        expect(await isSignedIn()).toBe(true);
        test.pass(2.5 * minute);
      }
      expect(await isSignedIn()).toBe(false);

      await signInWeb(webChat, at);
      test.pass(3 * minute);
      expect(await isSignedIn()).toBe(false);
    },
  );

  it('is a personal one in Messenger and in the Emulator', async () => {
    for (const of of [messengerChat, emulatorChat]) {
      await signInByCode(of);
      expect(await test.signIn.sessionStateOf(of)).toMatchObject({ kind: 'personal' });
      test.pass(15 * minute - 1);
      expect(await isSignedIn(of)).toBe(true);
    }
  });

  it('tells its end to whoever asks, and asking does not renew it', async () => {
    expect(await test.signIn.sessionStateOf(webChat)).toEqual({ state: 'none' });
    await signInWeb();
    const inMinutes = (minutes: number) => new Date(test.clock().getTime() + minutes * minute);
    const endsAt = inMinutes(15);
    test.pass(10 * minute);
    const live = { state: 'live', kind: 'personal', canStay: true };
    expect(await test.signIn.sessionStateOf(webChat)).toEqual({ ...live, endsAt });
    await test.signIn.readerOf(webChat);
    expect(await test.signIn.sessionStateOf(webChat)).toEqual({ ...live, endsAt: inMinutes(15) });
    test.pass(15 * minute);
    expect(await test.signIn.sessionStateOf(webChat)).toEqual({ state: 'over', kind: 'personal' });
    await test.signIn.signOut(webChat);
    expect(await test.signIn.sessionStateOf(webChat)).toEqual({ state: 'none' });
  });

  it('says when staying no longer helps', async () => {
    await signInWeb();
    const lastEnd = new Date(test.clock().getTime() + 60 * minute);
    for (let passed = 0; passed < 50; passed += 10) {
      test.pass(10 * minute);
      await test.signIn.readerOf(webChat);
    }
    expect(await test.signIn.sessionStateOf(webChat)).toMatchObject({
      endsAt: lastEnd,
      canStay: false,
    });
  });

  it('pushed out by newer ones of its account counts as over', async () => {
    await signInWeb();
    await signInWeb(chat('directline', 'directline', 'c2', 'dl_2'));
    await signInWeb(chat('directline', 'directline', 'c3', 'dl_3'));
    expect(await test.signIn.sessionStateOf(webChat)).toEqual({ state: 'over', kind: 'personal' });
  });

  it('belongs to one chat: another conversation, user, channel or door knows nothing of it', async () => {
    await signInWeb();
    for (const other of [
      { ...webChat, conversationId: 'x' },
      { ...webChat, userId: 'x' },
      { ...webChat, channelId: 'webchat' },
      { ...webChat, ingress: 'botframework' as const },
    ]) {
      expect(await isSignedIn(other)).toBe(false);
    }
  });

  it('is one of at most two for an account; the newest stay', async () => {
    const second = chat('directline', 'directline', 'c2', 'dl_2');
    const third = chat('directline', 'directline', 'c3', 'dl_3');
    await signInWeb();
    await signInWeb(second);
    expect([await isSignedIn(), await isSignedIn(second)]).toEqual([true, true]);
    await signInByCode(messengerChat);
    expect([await isSignedIn(), await isSignedIn(second), await isSignedIn(messengerChat)]).toEqual(
      [false, true, true],
    );
    await signInWeb(third, { reader: mallory });
    expect([await isSignedIn(second), await isSignedIn(third)]).toEqual([true, true]);
  });

  it('that ended makes room: it does not count among the two', async () => {
    const second = chat('directline', 'directline', 'c2', 'dl_2');
    const third = chat('directline', 'directline', 'c3', 'dl_3');
    await signInWeb();
    await signInWeb(second);
    await test.signIn.signOut(second);
    await signInWeb(third);
    expect([await isSignedIn(), await isSignedIn(third)]).toEqual([true, true]);
  });

  it('ends at sign-out, at once and for good', async () => {
    await signInWeb();
    await test.signIn.signOut(webChat);
    expect(await isSignedIn()).toBe(false);
    expect(test.records.text()).not.toContain(kowalska.card);
  });

  it('is a new one for whoever signs in next in the same chat', async () => {
    await signInWeb();
    await signInWeb(webChat, { reader: mallory });
    expect(await test.signIn.readerOf(webChat)).toMatchObject({ card: mallory.card });
    await test.signIn.endSessions(kowalska.card as CardNumber);
    expect(await isSignedIn()).toBe(true);
  });

  it('ends everywhere when staff says so', async () => {
    await signInWeb();
    await signInByCode(messengerChat);
    await test.signIn.endSessions(kowalska.card as CardNumber);
    expect([await isSignedIn(), await isSignedIn(messengerChat)]).toEqual([false, false]);
  });

  it('is not brought back to life by a word that comes while it ends', async () => {
    await signInWeb();
    test.pass(minute);
    await Promise.all([
      test.signIn.readerOf(webChat),
      test.signIn.signOut(webChat),
      test.signIn.readerOf(webChat),
    ]);
    expect(await isSignedIn()).toBe(false);
  });

  it('leaves nothing behind once it has expired and old records were purged', async () => {
    await signInWeb();
    await signInByCode(messengerChat);
    test.pass(2 * 24 * 60 * minute);
    expect(await test.signIn.purge()).toBeGreaterThan(0);
    expect(test.records.count()).toBe(0);
  });
});

describe('a restart', () => {
  it('keeps sessions, links, codes and failures', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'signin-'));
    let now = new Date('2026-11-22T10:00:00Z');
    const clock = () => now;
    const stored = {
      clock,
      openRecords: <Value>(name: string) => openKeyedRecords<Value>(folder, name, clock),
    };

    const before = await startSignIn({ options: stored });
    const browser = before.newBrowser();
    await before.openChat(browser);
    await browser.open(await before.link());
    await browser.signIn(kowalska);
    const emulator = before.newBrowser();
    await emulator.open(await before.link(emulatorChat));
    const code = codeOn((await emulator.signIn(kowalska)).html)!;
    const messengerLink = await before.link(messengerChat);
    for (let failure = 0; failure < 5; failure += 1) {
      const of = chat('directline', 'directline', `failing-${failure}`, `dl_${failure}`);
      const failing = before.newBrowser(`192.0.2.${failure}`);
      await before.openChat(failing, of);
      await failing.open(await before.link(of));
      await failing.signIn({ ...mallory, password: 'x' });
    }
    await before.close();

    now = new Date(now.getTime() + minute / 2);
    const after = await startSignIn({ options: stored });
    expect(await after.signIn.readerOf(webChat)).toMatchObject({ card: kowalska.card });
    expect(await after.signIn.submitCode(emulatorChat, code)).toBe('signedIn');
    const messenger = after.newBrowser();
    await messenger.open(messengerLink);
    const waiting = await messenger.signIn(mallory);
    expect(waiting.html).toContain('Nie udało się zalogować');
    expect(after.library.asked()).toBe(0);
    expect(codeOn((await messenger.signIn(kowalska)).html)).not.toBeNull();
    await after.close();
  });
});

describe('sign-in', () => {
  it.each(['http://czat.example.org', 'http://10.0.0.1:3978', 'ftp://127.0.0.1'])(
    'refuses to be opened at %s, where others could listen',
    async (publicUrl) => {
      const test = await startSignIn();
      await expect(openSignIn({ ...test.options, publicUrl })).rejects.toMatchObject({
        code: 'SIGN_IN_NOT_SECURE',
      });
      await test.close();
    },
  );
});
