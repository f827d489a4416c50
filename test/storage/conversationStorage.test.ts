import { readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { ConversationState, TurnContext, type BotAdapter } from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { openConversationStorage, type ConversationStorage } from '../../src/storage/index.ts';
import { temporaryFolder } from './support/temporaryFolder.ts';
import { watchedDisk } from './support/watchedDisk.ts';

const start = new Date('2026-12-10T08:00:00Z');
const hours = (count: number): Date => new Date(start.getTime() + count * 3_600_000);

type Opened = {
  readonly folder: string;
  readonly time: { now: Date };
  readonly storage: ConversationStorage;
};

async function openStorage(folder?: string): Promise<Opened> {
  const home = folder ?? (await temporaryFolder());
  const time = { now: start };
  return { folder: home, time, storage: await openConversationStorage(home, () => time.now) };
}

async function onlyFile(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const [file] = entries.filter((entry) => entry.isFile());
  return join(file!.parentPath, file!.name);
}

describe('the storage of conversations', () => {
  test('keeps a conversation state of the bot over a restart', async () => {
    const { folder, storage } = await openStorage();
    const activity = {
      type: 'message',
      channelId: 'directline',
      conversation: { id: 'c1', isGroup: false, conversationType: '', name: '' },
    };
    // Only the activity of the turn matters to the state.
    const adapter = {} as BotAdapter;
    const state = new ConversationState(storage);
    const context = new TurnContext(adapter, activity);
    await state.createProperty<{ step: number }>('dialog').set(context, { step: 3 });
    await state.saveChanges(context);

    const later = await openStorage(folder);
    const laterState = new ConversationState(later.storage);
    const laterContext = new TurnContext(adapter, activity);
    expect(await laterState.createProperty('dialog').get(laterContext)).toEqual({ step: 3 });
  });

  test('gives only what exists', async () => {
    const { storage } = await openStorage();
    await storage.write({ a: { step: 1 } });
    const items = await storage.read(['a', 'b']);
    expect(Object.keys(items)).toEqual(['a']);
    expect(items['a']).toMatchObject({ step: 1, eTag: expect.any(String) });
  });

  test('takes a change that names the newest eTag, any with a star or none', async () => {
    const { storage } = await openStorage();
    await storage.write({ a: { step: 1 } });
    const first = (await storage.read(['a']))['a'];
    await storage.write({ a: { ...first, step: 2 } });
    await storage.write({ a: { step: 3, eTag: '*' } });
    await storage.write({ a: { step: 4 } });
    expect((await storage.read(['a']))['a']).toMatchObject({ step: 4 });
  });

  test('refuses a change made on an older version', async () => {
    const { storage } = await openStorage();
    await storage.write({ a: { step: 1 } });
    const old = (await storage.read(['a']))['a'];
    await storage.write({ a: { ...old, step: 2 } });
    await expect(storage.write({ a: { ...old, step: 9 } })).rejects.toMatchObject({
      code: 'RECORD_CHANGED',
    });
    expect((await storage.read(['a']))['a']).toMatchObject({ step: 2 });
  });

  test('lets one of two that change the same version win', async () => {
    const { storage } = await openStorage();
    await storage.write({ a: { step: 1 } });
    const seen = (await storage.read(['a']))['a'];
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((step) => storage.write({ a: { ...seen, step } })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('forgets what is deleted', async () => {
    const { folder, storage } = await openStorage();
    await storage.write({ a: { step: 1 }, b: { step: 1 } });
    await storage.delete(['a', 'never']);
    expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
    expect(Object.keys(await (await openStorage(folder)).storage.read(['a', 'b']))).toEqual(['b']);
  });

  test('forgets a conversation 24 hours after its last turn', async () => {
    const { folder, time, storage } = await openStorage();
    await storage.write({ a: { step: 1 }, b: { step: 1 } });
    time.now = hours(12);
    await storage.write({ b: { step: 2 } });
    time.now = hours(24);
    expect(Object.keys(await storage.read(['a', 'b']))).toEqual(['b']);
    // The file of an hour goes when the last value of that hour is over.
    expect(await storage.purge(hours(25))).toBe(1);
    expect(await onlyFile(folder)).toContain('2026-12-10T20');
    expect(await storage.purge(hours(37))).toBe(1);
    expect(await readdir(join(folder, 'conversations'))).toEqual([]);
  });

  test('begins a conversation anew when a power cut damaged its file', async () => {
    const { folder, storage } = await openStorage();
    await storage.write({ a: { step: 1 } });
    await truncate(await onlyFile(folder), 10);
    const later = await openStorage(folder);
    expect(await later.storage.read(['a'])).toEqual({});
    await later.storage.write({ a: { step: 1 } });
    expect((await later.storage.read(['a']))['a']).toMatchObject({ step: 1 });
  });

  test('does not wait for the medium in a turn, and reads what it just wrote from memory', async () => {
    const watched = watchedDisk();
    const storage = await openConversationStorage(
      await temporaryFolder(),
      () => start,
      watched.disk,
    );
    await storage.write({ a: { step: 1 } });
    expect(watched.calls.filter(({ durable }) => durable)).toEqual([]);
    watched.calls.length = 0;
    await storage.read(['a']);
    await storage.write({ a: { step: 2 } });
    expect(watched.calls.map(({ operation }) => operation)).toEqual(['append']);
  });
});
