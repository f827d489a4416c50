import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  openFileInbox,
  type Inbox,
  type MessengerEvent,
} from '../../../src/channels/messenger/index.ts';
import { createLog } from '../../../src/log.ts';
import { nodeDisk, type Disk } from '../../../src/storage/index.ts';
import { startMessengerRig } from '../../support/messenger/messengerRig.ts';
import { notice, textEvent } from '../../support/messenger/webhookSender.ts';

const minute = 60_000;
const hour = 60 * minute;
let folder = '';
let moment = Date.parse('2026-12-10T08:00:00Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  moment = Date.parse('2026-12-10T08:00:00Z');
});
afterEach(() => rm(folder, { recursive: true }));

const open = (disk?: Disk): Promise<Inbox> =>
  openFileInbox(folder, {
    clock: () => new Date(moment),
    log: createLog('silent'),
    ...(disk ? { disk } : {}),
  });
const event = (key: string, userId = 'reader'): MessengerEvent => ({
  key,
  userId,
  sentAt: moment,
  what: { kind: 'text', id: key, text: `słowa ${key}` },
});
const keys = (events: readonly { readonly key: string }[]): string[] =>
  events.map(({ key }) => key);
const unanswered = async (inbox: Inbox): Promise<string[]> =>
  keys((await inbox.takeUnanswered()).map((one) => one.event));
async function stored(): Promise<string> {
  const home = join(folder, 'messenger-inbox');
  const files = await readdir(home);
  return (await Promise.all(files.map((file) => readFile(join(home, file), 'utf8')))).join('\n');
}

describe('the inbox', () => {
  test('knows after a restart what was answered, what was not, and in which order it came', async () => {
    const before = await open();
    await before.keep([event('a'), event('b')]);
    await before.keep([event('c')]);
    await before.done('b');
    // No close: the process was killed.
    const after = await open();
    expect(await unanswered(after)).toEqual(['a', 'c']);
    expect(keys(await after.keep([event('a'), event('b'), event('d')]))).toEqual(['d']);
    await before.close();
    await after.close();
  });

  test('keeps an event once when it is delivered many times, at once or in one batch', async () => {
    const inbox = await open();
    const kept = await Promise.all(
      Array.from({ length: 10 }, () => inbox.keep([event('b'), event('a'), event('b')])),
    );
    expect(keys(kept.flat())).toEqual(['b', 'a']);
    await inbox.close();
  });

  test('counts the starts that found an event unanswered', async () => {
    await (await open()).keep([event('a')]);
    for (const starts of [0, 1, 2, 3]) {
      const inbox = await open();
      expect(await inbox.takeUnanswered()).toMatchObject([{ starts }]);
      await inbox.close();
    }
  });

  test('forgets what readers wrote minutes after it was answered, and still knows it was heard', async () => {
    const inbox = await open();
    await inbox.keep([event('a'), event('b')]);
    await inbox.done('a');
    moment += 6 * minute;
    await inbox.keep([event('c')]);
    await inbox.purge(new Date(moment));
    expect(await stored()).toContain('słowa b');
    await inbox.done('b');
    await inbox.purge(new Date(moment));
    expect(await stored()).not.toMatch(/słowa [ab]/);
    expect(await stored()).toContain('słowa c');
    await inbox.close();

    const after = await open();
    expect(await unanswered(after)).toEqual(['c']);
    expect(await after.keep([event('a'), event('b')])).toEqual([]);
    await after.close();
  });

  test('answers again what is delivered again after 48 hours, and not before', async () => {
    const inbox = await open();
    await inbox.keep([event('a')]);
    await inbox.done('a');
    moment += 48 * hour;
    expect(await inbox.purge(new Date(moment))).toBe(0);
    expect(await inbox.keep([event('a')])).toEqual([]);
    moment += 1;
    await inbox.keep([event('b')]);
    expect(await inbox.purge(new Date(moment))).toBe(1);
    await inbox.done('b');
    moment += 6 * minute;
    await inbox.keep([event('x')]);
    await inbox.purge(new Date(moment));
    await inbox.close();

    const after = await open();
    expect(keys(await after.keep([event('a'), event('b')]))).toEqual(['a']);
    await after.close();
  });

  test('knows when a reader wrote last, also after a restart', async () => {
    const inbox = await open();
    await inbox.keep([event('a')]);
    moment += hour;
    await inbox.keep([event('b')]);
    await inbox.close();
    const after = await open();
    expect(await after.lastHeardAt('reader')).toEqual(new Date(moment));
    expect(await after.lastHeardAt('stranger')).toBeNull();
    await after.close();
  });

  test('acknowledges nothing that a full disk did not take, and takes it when it is delivered again', async () => {
    let isFull = true;
    const inbox = await open({
      ...nodeDisk,
      async openAppend(file, durable) {
        const handle = await nodeDisk.openAppend(file, durable);
        return {
          ...handle,
          append: (text) => (isFull ? Promise.reject(new Error('ENOSPC')) : handle.append(text)),
        };
      },
    });
    const [first, second] = await Promise.allSettled([
      inbox.keep([event('a')]),
      inbox.keep([event('a')]),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
    isFull = false;
    expect(keys(await inbox.keep([event('a')]))).toEqual(['a']);
    await inbox.close();
  });
});

describe('deliveries', () => {
  test('ten times each, batched and out of order, are answered once each', async () => {
    const rig = await startMessengerRig();
    const readers = ['anna', 'jan', 'ewa'];
    const events = readers.flatMap((reader) =>
      [1, 2, 3, 4].map((n) => textEvent(reader, rig.now() + n, `${reader}-${n}`, `${n}`)),
    );
    const batches = Array.from({ length: 10 }, (_none, round) =>
      round === 0
        ? events
        : events.map((_one, index) => events[(index * 7 + round) % events.length] ?? {}),
    );
    const answers = await Promise.all(batches.map((batch) => rig.deliver(...batch)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    await rig.channel.idle();
    for (const reader of readers) {
      expect([...rig.graph.textsTo(reader)].sort()).toEqual([
        'echo: 1',
        'echo: 2',
        'echo: 3',
        'echo: 4',
      ]);
    }
    await rig.close();
  });

  test('of one reader are answered in their order, while other readers do not wait', async () => {
    let free: () => void = () => undefined;
    const isFree = new Promise<void>((resolve) => (free = resolve));
    const rig = await startMessengerRig({
      async runTurn(context) {
        if (context.activity.text === 'a1') await isFree;
        await context.sendActivity(context.activity.text ?? '');
      },
    });
    await rig.deliver(textEvent('anna', 2, 'm2', 'a2'), textEvent('anna', 1, 'm1', 'a1'));
    await rig.deliver(textEvent('anna', 3, 'm3', 'a3'), textEvent('jan', 3, 'm4', 'j1'));
    await rig.graph.until(() => rig.graph.textsTo('jan').length === 1);
    expect(rig.graph.textsTo('anna')).toEqual([]);
    free();
    await rig.channel.idle();
    expect(rig.graph.textsTo('anna')).toEqual(['a1', 'a2', 'a3']);
    await rig.close();
  });

  test('are acknowledged before the bot has answered', async () => {
    let free: () => void = () => undefined;
    const isFree = new Promise<void>((resolve) => (free = resolve));
    const rig = await startMessengerRig({ runTurn: () => isFree });
    expect((await rig.deliver(textEvent('anna', 1, 'm1', 'a'))).status).toBe(200);
    expect(rig.heard).toHaveLength(1);
    free();
    await rig.close();
  });

  test('after a turn that fails are answered all the same', async () => {
    const rig = await startMessengerRig({
      async runTurn(context) {
        if (context.activity.text === 'a') throw new Error('broken');
        await context.sendActivity('b');
      },
    });
    await rig.deliver(textEvent('anna', 1, 'm1', 'a'), textEvent('anna', 2, 'm2', 'b'));
    await rig.channel.idle();
    expect(rig.graph.textsTo('anna')).toEqual(['b']);
    await rig.close();
  });

  test('that nobody has answered for a day are given up, and so is one that ended three starts', async () => {
    const first = await startMessengerRig({ folder });
    await first.inbox.keep([event('old')]);
    await first.close();
    for (let start = 0; start < 3; start += 1) {
      const inbox = await open();
      await inbox.takeUnanswered();
      await inbox.close();
    }
    const next = await startMessengerRig({ folder, now: moment + hour });
    await next.channel.resume();
    await next.channel.idle();
    expect(next.heard).toEqual([]);
    expect(next.written()).toContain('"outcome":"tooManyStarts"');
    await next.inbox.keep([event('late')]);
    await next.close();

    const later = await startMessengerRig({ folder, now: moment + 26 * hour });
    await later.channel.resume();
    await later.channel.idle();
    expect(later.heard).toEqual([]);
    expect(later.written()).toContain('"outcome":"tooLate"');
    expect(await later.inbox.takeUnanswered()).toEqual([]);
    await later.close();
  });

  test('that were not answered when the program ended are answered by the next, once', async () => {
    const first = await startMessengerRig({ folder });
    await first.inbox.keep([event('a'), event('b')]);
    await first.close();
    const second = await startMessengerRig({ folder });
    await second.channel.resume();
    await second.channel.idle();
    expect(second.graph.textsTo('reader')).toEqual(['echo: słowa a', 'echo: słowa b']);
    await second.close();
    const third = await startMessengerRig({ folder });
    await third.channel.resume();
    await third.channel.idle();
    expect(third.heard).toEqual([]);
    await third.close();
  });

  test('are refused with 500 when they cannot be kept, so that Meta delivers them again', async () => {
    const rig = await startMessengerRig();
    await rig.inbox.close();
    const body = JSON.stringify(notice([textEvent('anna', 1, 'm1', 'a')]));
    await rm(rig.folder, { recursive: true });
    expect((await rig.post(body)).status).toBe(500);
    expect(rig.heard).toEqual([]);
    await rig.close().catch(() => undefined);
  });
});
