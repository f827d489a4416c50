import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openFileInbox, type Inbox } from '../../../src/channels/messenger/index.ts';
import { createLog } from '../../../src/log.ts';
import { nodeDisk, type Disk } from '../../../src/storage/index.ts';
import {
  describeInbox,
  eventOf,
  hour,
  keysOf,
  minute,
  start,
  workedOn,
} from '../../contract/inbox.contract.ts';
import { startMessengerRig } from '../../support/messenger/messengerRig.ts';
import { notice, textEvent } from '../../support/messenger/webhookSender.ts';

let folder = '';
let moment = start;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  moment = start;
});
afterEach(() => rm(folder, { recursive: true }));

const open = (disk?: Disk): Promise<Inbox> =>
  openFileInbox(folder, {
    clock: () => new Date(moment),
    log: createLog('silent'),
    ...(disk ? { disk } : {}),
  });

describeInbox('files', async (clock) => {
  const home = await mkdtemp(join(tmpdir(), 'inbox-'));
  const all: Inbox[] = [];
  onTestFinished(async () => {
    for (const inbox of all) await inbox.close().catch(() => undefined);
    await rm(home, { recursive: true });
  });
  return async () => {
    const inbox = await openFileInbox(home, { clock, log: createLog('silent') });
    all.push(inbox);
    return inbox;
  };
});

async function stored(): Promise<string> {
  const home = join(folder, 'messenger-inbox');
  const files = await readdir(home);
  return (await Promise.all(files.map((file) => readFile(join(home, file), 'utf8')))).join('\n');
}

/** A disk that takes nothing while it is full. */
function fillableDisk() {
  const state = { isFull: false };
  const disk: Disk = {
    ...nodeDisk,
    async openAppend(file, durable) {
      const handle = await nodeDisk.openAppend(file, durable);
      return {
        ...handle,
        append: (text) =>
          state.isFull ? Promise.reject(new Error('ENOSPC')) : handle.append(text),
      };
    },
  };
  return { state, disk };
}

describe('the inbox in files', () => {
  test('forgets what readers wrote minutes after it was answered, and still knows it was heard', async () => {
    const inbox = await open();
    await inbox.keep([eventOf('a', 'anna'), eventOf('b')]);
    await workedOn(inbox, 'anna');
    moment += 6 * minute;
    await inbox.keep([eventOf('c', 'ewa')]);
    await inbox.purge(new Date(moment));
    expect(await stored()).toContain('słowa b');
    await workedOn(inbox);
    await inbox.purge(new Date(moment));
    expect(await stored()).not.toMatch(/słowa [ab]/);
    expect(await stored()).toContain('słowa c');
    await inbox.close();

    const after = await open();
    expect(await after.abandoned()).toEqual(['ewa']);
    expect(await after.keep([eventOf('a'), eventOf('b')])).toEqual([]);
    await after.close();
  });

  test('acknowledges nothing that a full disk did not take, and takes it when it is delivered again', async () => {
    const { state, disk } = fillableDisk();
    const inbox = await open(disk);
    state.isFull = true;
    const [first, second] = await Promise.allSettled([
      inbox.keep([eventOf('a')]),
      inbox.keep([eventOf('a')]),
    ]);
    expect([first.status, second.status]).toEqual(['rejected', 'rejected']);
    state.isFull = false;
    expect(keysOf(await inbox.keep([eventOf('a')]))).toEqual(['a']);
    await inbox.close();
  });

  test('goes on when a full disk does not take the mark, and answers twice only after a restart', async () => {
    const { state, disk } = fillableDisk();
    const inbox = await open(disk);
    await inbox.keep([eventOf('a'), eventOf('b')]);
    state.isFull = true;
    expect(await workedOn(inbox)).toEqual(['a', 'b']);
    expect(await workedOn(inbox)).toEqual([]);
    await inbox.close();
    const after = await open();
    expect(await workedOn(after)).toEqual(['a', 'b']);
    await after.close();
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
    await first.inbox.keep([eventOf('old')]);
    await first.close();
    for (let start = 0; start < 3; start += 1) {
      const inbox = await open();
      await inbox.abandoned();
      await inbox.close();
    }
    const next = await startMessengerRig({ folder, now: moment + hour });
    await next.channel.resume();
    await next.channel.idle();
    expect(next.heard).toEqual([]);
    expect(next.written()).toContain('"outcome":"tooManyStarts"');
    await next.inbox.keep([eventOf('late')]);
    await next.close();

    const later = await startMessengerRig({ folder, now: moment + 26 * hour });
    await later.channel.resume();
    await later.channel.idle();
    expect(later.heard).toEqual([]);
    expect(later.written()).toContain('"outcome":"tooLate"');
    await later.close();
    const inbox = await open();
    expect(await inbox.abandoned()).toEqual([]);
    await inbox.close();
  });

  test('that were not answered when the program ended are answered by the next, once', async () => {
    const first = await startMessengerRig({ folder });
    await first.inbox.keep([eventOf('a'), eventOf('b')]);
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
